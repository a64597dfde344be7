package redress.register;

/**
 * The mapping file or the folder it is used on does not hold. The message is one sentence for the person who wrote the
 * mapping and names file, line and key where there is one; it never holds a cell of the data.
 */
final class BadMapping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadMapping(String sentence) {
        super(sentence, null, false, false);
    }
}
