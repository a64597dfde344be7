package redress.pattern;

import java.text.NumberFormat;
import redress.web.View;

/**
 * What all parts of a dossier say alike.
 *
 * @param dossier the dossier
 * @param v the reader's language
 */
record Say(Dossier dossier, View v) {

    /** Units, officers, commanders or places like this. */
    String like() {
        return v.t("pattern.like." + dossier.head().kind());
    }

    /** Why there is no verdict; the words differ with what is compared. */
    String lack(String texts, Lack lack) {
        return v.t(texts + lack.what(), number(lack.found()), number(lack.needed()));
    }

    /** One decimal from one on, two below. */
    String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(v.locale());
        format.setMaximumFractionDigits(Math.abs(value) < 1 ? 2 : 1);
        return format.format(value);
    }

    /** A share in hundredths, without decimals. */
    String percent(double share) {
        return NumberFormat.getPercentInstance(v.locale()).format(share);
    }

    /** A small group may be too uneven to say that a number is more than chance, however much it is. */
    static String verdict(Outliers.Ratio own) {
        if (own.more()) {
            return "more";
        }
        return own.low() > 1 ? "unsure" : "notMore";
    }
}
