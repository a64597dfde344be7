package redress.statistics;

/**
 * A cell before anything is hidden.
 *
 * @param cell the cell with its exact number, never zero
 * @param complaints how many different complaints it was counted from: what decides whether it is small, since a few
 *     complaints with many allegations are still few people
 */
record Counted(Cell cell, int complaints) {

    /** The cell without its number. */
    Cell hidden() {
        return new Cell(cell.figure(), cell.institution(), cell.year(), cell.name(), null);
    }
}
