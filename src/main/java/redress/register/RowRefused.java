package redress.register;

/** A row is not taken in; the reason goes into the file of refused rows and, counted, into the summary. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
