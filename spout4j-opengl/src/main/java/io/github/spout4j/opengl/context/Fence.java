package io.github.spout4j.opengl.context;

/** Tells when the GPU has done what it was given before. Where the context has none, it is over at once, and mapping waits. */
public final class Fence {
    private final GlFunctions gl;
    private final boolean there;
    private long sync;

    public Fence(GlContext context) {
        gl = context.gl();
        there = context.hasFences();
    }

    /** Behind all that was asked for so far, which begins at once. */
    public void set() {
        clear();
        if (there) {
            sync = gl.fenceSync(Gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
        }
        gl.flush();
    }

    /** Whether it is over, waiting for so long at most; then it is cleared. */
    public boolean isOver(long nanos) {
        if (sync == 0) {
            return true;
        }
        int answer = gl.clientWaitSync(sync, Gl.SYNC_FLUSH_COMMANDS_BIT, nanos);
        if (answer == Gl.TIMEOUT_EXPIRED) {
            return false;
        }
        clear();
        return true;
    }

    public void clear() {
        if (sync != 0) {
            gl.deleteSync(sync);
            sync = 0;
        }
    }
}
