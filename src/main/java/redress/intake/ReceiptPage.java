package redress.intake;

import java.util.Base64;
import redress.web.Page;
import redress.web.View;

/** What the person takes away: the number, the code in digits and as a picture, and the office's signed promise. */
public final class ReceiptPage implements Page {

    private final Receipt receipt;
    private final String key;
    private final QrPicture picture;

    ReceiptPage(Receipt receipt, String key) {
        this.receipt = receipt;
        this.key = key;
        this.picture = QrPicture.of(receipt.code().digits());
    }

    @Override
    public boolean secret() {
        return true;
    }

    /** The complaint number. */
    public String number() {
        return receipt.number();
    }

    /** When the complaint came in. */
    public String received(View v) {
        return v.zonedMoment(receipt.receivedAt());
    }

    /** The first or the second half of the code: three groups of four digits. */
    public String half(int which) {
        String grouped = receipt.code().grouped();
        int middle = grouped.length() / 2;
        return which == 1 ? grouped.substring(0, middle) : grouped.substring(middle + 1);
    }

    /** Width and height of the picture in modules. */
    public int side() {
        return picture.side();
    }

    /** The picture's dark modules as an SVG path. */
    public String path() {
        return picture.path();
    }

    /** By when the leaf will stand in the log. */
    public String publishBy(View v) {
        return v.zonedMoment(receipt.promise().publishBy());
    }

    /** The hash that will stand in the log. */
    public String leaf() {
        return Base64.getEncoder().encodeToString(receipt.promise().leafHash());
    }

    /** The signed note, whole. */
    public String note() {
        return receipt.promise().note();
    }

    /** The log's name and public key, as verifiers of signed notes take it. */
    public String key() {
        return key;
    }

    /** Says nothing, because it holds a code. */
    @Override
    public String toString() {
        return "ReceiptPage[" + receipt.number() + "]";
    }
}
