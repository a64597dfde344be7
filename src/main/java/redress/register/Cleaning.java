package redress.register;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The normalisers by name. Every cell is trimmed before any of them. */
final class Cleaning {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Cleaning() {}

    static UnaryOperator<String> named(Outline step) {
        if (step.isMap()) {
            return withArgument(step);
        }
        return switch (step.text()) {
            case "collapse" -> text -> BLANKS.matcher(text).replaceAll(" ");
            case "strip_point_zero" -> Cleaning::stripPointZero;
            case "upper" -> text -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text -> text.toLowerCase(Locale.ROOT);
            case "title" -> Cleaning::title;
            case "strip_zeros" -> text -> text.replaceFirst("^0+(?=.)", "");
            case "digits" -> text -> text.replaceAll("\\D", "");
            case "slug" -> Cleaning::slug;
            case "sentence" -> Cleaning::sentence;
            default ->
                throw step.bad("'" + step.text() + "' is no way of cleaning; possible: collapse, strip_point_zero, "
                        + "strip_zeros, upper, lower, title, sentence, digits, slug, strip_prefix, strip_suffix, "
                        + "pad_zeros, replace.");
        };
    }

    private static UnaryOperator<String> withArgument(Outline step) {
        Map.Entry<String, Outline> entry = step.entries().entrySet().iterator().next();
        Outline argument = entry.getValue();
        return switch (entry.getKey()) {
            case "strip_prefix" -> {
                String prefix = argument.text();
                yield text -> text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            }
            case "strip_suffix" -> {
                String suffix = argument.text();
                yield text -> text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
            }
            case "pad_zeros" -> {
                int width = whole(argument);
                yield text -> "0".repeat(Math.max(0, width - text.length())) + text;
            }
            case "replace" -> {
                Pattern pattern = pattern(argument.require("match"));
                String with = argument.require("with").text();
                yield text -> pattern.matcher(text).replaceAll(with);
            }
            default -> throw argument.bad("'" + entry.getKey() + "' is no way of cleaning.");
        };
    }

    static Pattern pattern(Outline outline) {
        try {
            return Pattern.compile(outline.text());
        } catch (PatternSyntaxException e) {
            throw outline.bad("this is not a regular expression: " + e.getDescription() + ".");
        }
    }

    private static int whole(Outline outline) {
        try {
            return Integer.parseInt(outline.text());
        } catch (NumberFormatException e) {
            throw outline.bad("a whole number is expected here.");
        }
    }

    private static String stripPointZero(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder(text.length());
        boolean start = true;
        for (char c : text.toCharArray()) {
            title.append(start ? Character.toTitleCase(c) : Character.toLowerCase(c));
            start = !Character.isLetter(c) && c != '\'';
        }
        return title.toString();
    }

    /** Letters and digits in lower case, everything between them one hyphen: what free text becomes as a code. */
    static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return slug.replaceAll("^-+|-+$", "");
    }
}
