package io.github.spout4j.preview;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The view as it is now; on Swing's event thread. */
final class CurrentView {
    private final Consumer<View> changed;
    private View view;

    /** @param changed told of each new one */
    CurrentView(View first, Consumer<View> changed) {
        view = first;
        this.changed = changed;
    }

    View get() {
        return view;
    }

    void change(UnaryOperator<View> change) {
        View next = change.apply(view);
        if (!next.equals(view)) {
            view = next;
            changed.accept(next);
        }
    }
}
