package redress.search;

import redress.access.Sight;

/** Which of the two indexes holds a complaint: everything that is not open lies apart. */
final class Compartments {

    /** The compartment that is not sealed. */
    static final String OPEN = Sight.OPEN;

    private Compartments() {}

    static boolean sealed(String compartment) {
        return !OPEN.equals(compartment);
    }
}
