package redress.web.kit;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and months as the reader writes them. */
final class Numbers {

    /** From here on there are no short words. */
    private static final double BEYOND = 1e15;

    private final Locale locale;

    Numbers(Locale locale) {
        this.locale = locale;
    }

    /** A count: 1,204. */
    String count(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A measure: one decimal, two below one, none from a thousand on. */
    String measure(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        double size = Math.abs(value);
        format.setMaximumFractionDigits(size >= 1000 ? 0 : size >= 1 ? 1 : 2);
        return format.format(value == 0 ? 0 : value);
    }

    /** A number on an axis: short, 12K for 12,000. */
    String tick(double value) {
        if (Math.abs(value) < 10_000) {
            return measure(value);
        }
        if (Math.abs(value) >= BEYOND) {
            return new DecimalFormat("0.#E0", DecimalFormatSymbols.getInstance(locale)).format(value);
        }
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** A month with its year: Mar 2026. */
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL yyyy", locale).format(month);
    }

    /** A month alone: Mar. */
    String monthAlone(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL", locale).format(month);
    }
}
