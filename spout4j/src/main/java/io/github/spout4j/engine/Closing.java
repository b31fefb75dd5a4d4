package io.github.spout4j.engine;

/** Closing many things of which one may fail. */
final class Closing {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());

    private Closing() {}

    /** Closes, and logs what goes wrong, so that the rest can be closed. */
    static void quietly(AutoCloseable object) {
        try {
            object.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, () -> object.getClass().getSimpleName() + " did not close cleanly", e);
        }
    }
}
