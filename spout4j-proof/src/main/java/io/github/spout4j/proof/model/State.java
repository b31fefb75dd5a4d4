package io.github.spout4j.proof.model;

import java.util.Arrays;

/** All that a model's processes have and share: small numbers at places. Not changed any more once it was given to {@link Moves}. */
final class State {
    private final byte[] cells;

    State(int cells) {
        this.cells = new byte[cells];
    }

    private State(byte[] cells) {
        this.cells = cells;
    }

    int get(int at) {
        return cells[at];
    }

    State set(int at, int value) {
        cells[at] = (byte) value;
        return this;
    }

    /** Another one like this, to be changed. */
    State copy() {
        return new State(cells.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && Arrays.equals(cells, state.cells);
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(cells);
        return hash ^ hash >>> 15;
    }
}
