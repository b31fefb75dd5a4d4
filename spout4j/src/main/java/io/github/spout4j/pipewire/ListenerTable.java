package io.github.spout4j.pipewire;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Who hears what PipeWire calls: native code carries a number, which finds nobody once its listener has gone. Finding allocates nothing.
 */
final class ListenerTable<L> {
    private static final int FIRST_SIZE = 16;

    private final Guard guard = new Guard();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private volatile Object[] listeners = new Object[FIRST_SIZE];
    private int used;

    /** The number of a new listener. */
    long add(L listener) {
        guard.lockOutOfLine();
        try {
            Integer place = free.poll();
            if (place == null) {
                place = used++;
            }
            Object[] now = listeners;
            Object[] next = place < now.length ? now.clone() : Arrays.copyOf(now, 2 * now.length);
            next[place] = listener;
            listeners = next;
            return place;
        } finally {
            guard.unlock();
        }
    }

    void remove(long number) {
        guard.lockOutOfLine();
        try {
            Object[] next = listeners.clone();
            next[(int) number] = null;
            listeners = next;
            free.add((int) number);
        } finally {
            guard.unlock();
        }
    }

    /** Null where it has gone. */
    @SuppressWarnings("unchecked")
    L get(long number) {
        Object[] now = listeners;
        return number >= 0 && number < now.length ? (L) now[(int) number] : null;
    }
}
