package io.github.spout4j.opengl;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.opengl.buffers.Download;
import io.github.spout4j.opengl.buffers.PixelLayouts;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.framebuffers.ReadFramebuffer;
import io.github.spout4j.opengl.framebuffers.TextureCopy;
import io.github.spout4j.opengl.interop.DrawnFrame;
import io.github.spout4j.opengl.interop.DxInterop;
import io.github.spout4j.opengl.interop.Interop;
import io.github.spout4j.opengl.interop.MemoryObjects;
import io.github.spout4j.opengl.ways.OutgoingRing;
import io.github.spout4j.opengl.ways.OutgoingWay;
import io.github.spout4j.opengl.ways.UnsuitableWayException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends what OpenGL has drawn: a texture, a framebuffer or the back buffer. It belongs to the context that was current when it was opened, and is used on
 * the thread where that is current; OpenGL 3.0 or OpenGL ES 3.0 at least, made by whatever binding. All state of the context stays as it was.
 *
 * {@snippet :
 * GlSender sender = GlSender.of(spout.sender("My game").size(1280, 720).open()); // once, the context being current
 * sender.send(texture, 1280, 720);                                               // each frame
 * }
 *
 * <p>Frames have the size of what is sent, and its format: RGBA8 textures give RGBA8, sRGB ones RGBA8_SRGB, GL_RGB10_A2 RGB10A2, half floats RGBA16F, one channel
 * R8 and so on; framebuffers with fewer bits, and without alpha, RGBA8, and the back buffer RGBA8 or RGB10A2. {@link Builder#keepFormat} has them all
 * converted to the sender's. OpenGL's lowest row is the frame's lowest, so that pictures are upright.
 *
 * <p>A call returns as soon as OpenGL knows what to do. The frame is published when the GPU is done, with the next call of any method here: so one frame later, or
 * by {@link #finish} at once. Three frames may be on their way; one more is dropped, unless {@link Builder#everyFrame}.
 *
 * <p>Methods throw IllegalStateException where no context is current, or another one than at the opening, and after {@link #close}; SpoutException where the
 * context is lost, as far as it tells, or publishing an earlier frame failed; IllegalArgumentException for what is no picture. Close it while the context is current, and before that is
 * destroyed: {@link #close} from elsewhere takes the name out of the directory, and leaves OpenGL's objects to be freed with the context.
 */
public final class GlSender implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    private static final long PATIENCE_MILLIS = 1000;

    private final SpoutSender sender;
    private final GlContext context;
    private final ReadFramebuffer source;
    private final Scratch scratch;
    private final boolean flip;
    private final Alpha alpha;
    private final boolean insists;
    private final boolean keepsFormat;
    private final long timeoutMillis;
    private final String owner;
    /** So that another thread may close. */
    private final Object lock = new Object();
    private volatile GlWay kind;
    private OutgoingWay way;
    private GlTexture last;
    private boolean closed;

    private GlSender(Builder options) {
        sender = options.sender;
        keepsFormat = options.keepsFormat;
        timeoutMillis = options.everyFrame ? PATIENCE_MILLIS : 0;
        owner = "the GlSender of \"" + sender.name() + "\"";
        context = GlContext.current();
        scratch = new Scratch(context.gl());
        source = new ReadFramebuffer(context, scratch);
        flip = options.flip;
        alpha = options.alpha;
        insists = options.way.isPresent();
        kind = WayChoice.of(owner, WayChoice.offers(context), obstacle(), options.way);
        way = open(kind);
        LOG.log(System.Logger.Level.DEBUG, "the sender \"{0}\" sends what {1} draws by {2}", sender.name(), context,
                kind);
    }

    private Optional<String> obstacle() {
        if (sender.transport() != Transport.TEXTURE) {
            return Optional.of("the sender uses memory share");
        }
        return WayChoice.conversion(alpha, sender.alpha());
    }

    private OutgoingWay open(GlWay wanted) {
        return switch (wanted) {
            case DX_INTEROP -> open(new DxInterop(context.gl(), scratch));
            case MEMORY_OBJECTS -> open(new MemoryObjects(context.gl(), scratch));
            case PIXEL_BUFFERS -> {
                PixelLayouts layouts = new PixelLayouts(flip, alpha);
                yield new OutgoingRing(sender.name(), () -> new Download(context, scratch, layouts, this::publish),
                        () -> {});
            }
        };
    }

    private OutgoingWay open(Interop interop) {
        TextureCopy copy = new TextureCopy(context, scratch, flip);
        return new OutgoingRing(sender.name(), () -> new DrawnFrame(context, sender, interop, copy), () -> {
            copy.delete();
            interop.delete();
        });
    }

    /**
     * Opens one for the current context, with what {@link Builder} has if nothing is asked for.
     *
     * @param sender taken over, and closed with this, or where this does not open
     * @return to be closed by the caller
     * @throws IllegalStateException where no context is current
     * @throws SpoutException        where it is older than OpenGL 3.0, or lacks a function
     */
    public static GlSender of(SpoutSender sender) {
        return builder(sender).open();
    }

    /**
     * Asks for more.
     *
     * @param sender taken over when it opens, and closed with it
     * @return opens it
     */
    public static Builder builder(SpoutSender sender) {
        return new Builder(Objects.requireNonNull(sender, "sender"));
    }

    /** {@return how pixels go; a driver that refuses at the first frame of a format makes it {@link GlWay#PIXEL_BUFFERS}, unless the builder insists} */
    public GlWay way() {
        return kind;
    }

    /** {@return the sender below: its name, rate, frame count, pause and so on} Send nothing else by it, and don't close it. */
    public SpoutSender sender() {
        return sender;
    }

    /**
     * Sends a texture of GL_TEXTURE_2D.
     *
     * @param texture what glGenTextures gave
     * @param width   pixels
     * @param height  pixels
     * @return false where the frame was dropped: too many are on their way, or the sender is paused
     */
    public boolean send(int texture, int width, int height) {
        GlTexture now = last;
        if (now == null || now.name() != texture || now.width() != width || now.height() != height) {
            now = GlTexture.of(texture, width, height);
            last = now;
        }
        return send(now);
    }

    /**
     * Sends a texture of any kind.
     *
     * @param texture what to send
     * @return as {@link #send(int, int, int)}
     */
    public boolean send(GlTexture texture) {
        synchronized (lock) {
            if (!begin()) {
                return false;
            }
            source.texture(texture.name(), texture.target(), texture.layer(), texture.width(), texture.height(),
                    texture);
            return take(texture.width(), texture.height());
        }
    }

    /**
     * Sends the first colour attachment of a framebuffer, whatever is bound. That it is as large is checked where OpenGL tells: of renderbuffers, and of textures by OpenGL 4.5. Nobody
     * tells the size of a window.
     *
     * @param framebuffer what glGenFramebuffers gave, or 0 for the back buffer
     * @param width       pixels
     * @param height      pixels
     * @return as {@link #send(int, int, int)}
     */
    public boolean sendFramebuffer(int framebuffer, int width, int height) {
        GlTexture.checkSize(width, height);
        synchronized (lock) {
            if (!begin()) {
                return false;
            }
            source.framebuffer(framebuffer, width, height);
            return take(width, height);
        }
    }

    /**
     * Sends the back buffer: call it before the buffers are swapped.
     *
     * @param width  of the window, pixels
     * @param height of the window, pixels
     * @return as {@link #send(int, int, int)}
     */
    public boolean sendBackBuffer(int width, int height) {
        return sendFramebuffer(0, width, height);
    }

    /** Whether there is a frame to be sent. */
    private boolean begin() {
        require();
        RuntimeException failure = way.takeFailure();
        if (failure != null) {
            throw failure;
        }
        if (sender.paused()) {
            way.poll();
            return false;
        }
        return true;
    }

    private void require() {
        if (closed) {
            throw new IllegalStateException(owner + " is closed");
        }
        context.require(owner);
    }

    private boolean take(int width, int height) {
        PixelFormat format = keepsFormat ? sender.format() : source.format();
        try {
            return way.take(source, width, height, format, timeoutMillis);
        } catch (UnsuitableWayException e) {
            if (insists) {
                throw e;
            }
            throughMemory(e);
            return way.take(source, width, height, format, timeoutMillis);
        } finally {
            source.close();
        }
    }

    private void throughMemory(UnsuitableWayException reason) {
        LOG.log(System.Logger.Level.INFO, "frames of {0} go by {1} from now on, not by {2}: {3}", owner,
                GlWay.PIXEL_BUFFERS, kind, reason.getMessage());
        way.drain(PATIENCE_MILLIS);
        way.end();
        way.delete(true);
        kind = GlWay.PIXEL_BUFFERS;
        way = open(kind);
    }

    private void publish(MemorySegment pixels, PixelLayout layout, int width, int height, PixelFormat format) {
        if (width != sender.width() || height != sender.height() || format != sender.format()) {
            sender.resize(width, height, format);
        }
        sender.send(pixels, layout);
    }

    /**
     * Waits until all frames that were sent are published, 1 s at most: for who sends one frame and stops.
     *
     * @return whether they are
     */
    public boolean finish() {
        synchronized (lock) {
            require();
            boolean done = way.drain(PATIENCE_MILLIS);
            RuntimeException failure = way.takeFailure();
            if (failure != null) {
                throw failure;
            }
            return done;
        }
    }

    /**
     * Publishes what is on its way, where the context is current, frees OpenGL's objects, and takes the name out of the directory. Elsewhere frames that the
     * GPU was not done with are lost. Idempotent.
     */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            boolean usable = context.isUsable();
            try (SpoutSender _ = sender) {
                try {
                    if (usable) {
                        way.drain(PATIENCE_MILLIS);
                    }
                } finally {
                    way.end();
                    way.delete(usable);
                    if (usable) {
                        source.delete();
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        return sender + " of " + context + ", by " + kind;
    }

    /** What to ask for before a GlSender opens. */
    public static final class Builder {
        private final SpoutSender sender;
        private boolean flip = true;
        private Alpha alpha = Alpha.STRAIGHT;
        private boolean keepsFormat;
        private boolean everyFrame;
        private Optional<GlWay> way = Optional.empty();

        private Builder(SpoutSender sender) {
            this.sender = sender;
        }

        /**
         * Whether rows are turned, so that OpenGL's lowest row is the frame's lowest; true if not given. False for pictures that were drawn upside down.
         *
         * @param turns whether they are
         * @return this
         */
        public Builder flip(boolean turns) {
            flip = turns;
            return this;
        }

        /**
         * What OpenGL's colours carry; {@link Alpha#STRAIGHT} if not given. Frames have what {@link SpoutSender.Builder#alpha} says, converted where that is something else.
         *
         * @param drawn what was drawn
         * @return this
         */
        public Builder alpha(Alpha drawn) {
            alpha = Objects.requireNonNull(drawn, "alpha");
            return this;
        }

        /**
         * Has all frames converted to the format that the sender was opened with.
         *
         * @return this
         */
        public Builder keepFormat() {
            keepsFormat = true;
            return this;
        }

        /**
         * Has calls wait, 1 s at most, where too many frames are on their way, instead of dropping theirs: for recording, not for live pictures.
         *
         * @return this
         */
        public Builder everyFrame() {
            everyFrame = true;
            return this;
        }

        /**
         * Insists on a way; the best that there is if not given.
         *
         * @param wanted the only one to be used
         * @return this
         */
        public Builder way(GlWay wanted) {
            way = Optional.of(wanted);
            return this;
        }

        /**
         * Opens it for the context that is current.
         *
         * @return to be closed by the caller
         * @throws IllegalStateException where none is
         * @throws SpoutException        where it is older than OpenGL 3.0, or lacks a function or the {@link #way}
         */
        public GlSender open() {
            try {
                return new GlSender(this);
            } catch (RuntimeException | Error e) {
                sender.close(); // nobody else would
                throw e;
            }
        }
    }
}
