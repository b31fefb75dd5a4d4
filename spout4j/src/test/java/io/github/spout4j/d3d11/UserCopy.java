package io.github.spout4j.d3d11;

/** What a program that draws does with textures of which it has the addresses. */
public final class UserCopy {
    private UserCopy() {}

    /** Copies all of a texture to another one of its device, and waits; false where the GPU hangs. */
    public static boolean copy(long source, long target) {
        UserTexture from = new UserTexture();
        from.look(source);
        try (Device device = from.openDevice(); EventQuery done = new EventQuery(device)) {
            synchronized (device.context()) {
                device.context().copy(target, source);
            }
            device.flush(done);
            return done.await(EventQuery.HANGS_MILLIS);
        }
    }
}
