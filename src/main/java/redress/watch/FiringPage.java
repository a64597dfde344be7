package redress.watch;

import java.time.LocalDate;
import redress.web.Form;
import redress.web.Page;

/**
 * One firing: what was met, what was done about it, what came of it.
 *
 * @param who who is signed in
 * @param today the day in the office
 * @param firing the firing
 * @param names what people and searches are called
 * @param mayChange whether the reader may say what was done
 * @param form what was typed, with what is wrong in it
 * @param notice a text key to say on top, empty for none
 */
public record FiringPage(
        String who, LocalDate today, Firing firing, Names names, boolean mayChange, Form form, String notice)
        implements Page {}
