package io.github.spout4j.opengl.testing;

/** An OpenGL context that a test made, as some program would. */
public interface TestContext extends AutoCloseable {
    /** Makes it current on this thread. */
    void makeCurrent();

    /** Makes none current on this thread. */
    void release();

    /** Another context of the same kind that shares this one's objects. */
    TestContext shared();

    /** The size of the window or surface, pixels. */
    int width();

    int height();

    @Override
    void close();
}
