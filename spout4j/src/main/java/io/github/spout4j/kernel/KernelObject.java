package io.github.spout4j.kernel;

/** A handle to a named object. Closing it is idempotent and allowed from any thread. */
public interface KernelObject extends AutoCloseable {
    /** The object's full name. */
    String name();

    /** Whether this handle created the object, rather than opened an existing one. */
    boolean created();

    /** Gives the handle back; the object ends with its last handle. Later calls on this handle throw IllegalStateException. */
    @Override
    void close();
}
