package redress.intake;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.List;

/** A row of digits as a QR code, drawn as one SVG path: no picture file, no script, no style of its own. */
final class QrPicture {

    /** The empty margin that readers need, in modules (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private final QrCode code;

    private QrPicture(QrCode code) {
        this.code = code;
    }

    static QrPicture of(String digits) {
        return new QrPicture(QrCode.encodeSegments(List.of(QrSegment.makeNumeric(digits)), QrCode.Ecc.QUARTILE));
    }

    /** Width and height in modules with the margin. */
    int side() {
        return code.size + 2 * QUIET;
    }

    /** The dark modules: for each row a stroke for each run. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int run = run(x, y);
                if (run > 0) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append('h')
                            .append(run)
                            .append("v1h-")
                            .append(run)
                            .append('z');
                    x += run;
                }
            }
        }
        return path.toString();
    }

    private int run(int x, int y) {
        int end = x;
        while (end < code.size && code.getModule(end, y)) {
            end++;
        }
        return end - x;
    }
}
