-- Incidents of a window, and those without a date, are looked for in every unit and at every place.
CREATE INDEX incident_on ON incident (began_on);
