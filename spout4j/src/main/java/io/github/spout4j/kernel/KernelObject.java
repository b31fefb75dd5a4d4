package io.github.spout4j.kernel;

/** A handle to a named object. Closing it is idempotent and allowed from any thread. */
public interface KernelObject extends AutoCloseable {
    /** The object's full name. */
    String name();

    /** Whether this handle created the object, rather than opened an existing one. */
    boolean created();

    /** Whether another program has taken the object away, so that this handle can only be closed: who needs the object opens it anew. */
    default boolean lost() {
        return false;
    }

    /** Gives the handle back; the object ends with its last handle. Later calls on this handle throw IllegalStateException. */
    @Override
    void close();
}
