package io.github.spout4j.opengl;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.opengl.buffers.UploadRing;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.interop.DxInterop;
import io.github.spout4j.opengl.interop.Interop;
import io.github.spout4j.opengl.interop.MemoryObjects;
import io.github.spout4j.opengl.interop.ReceivedTextures;
import io.github.spout4j.opengl.textures.ReceivedTexture;
import io.github.spout4j.opengl.ways.IncomingWay;
import io.github.spout4j.opengl.ways.UnsuitableWayException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Receives frames into a texture of GL_TEXTURE_2D, to be drawn. It belongs to the context that was current when it was opened, and is used on the thread where that is
 * current; OpenGL 3.0 or OpenGL ES 3.0 at least, made by whatever binding. All state of the context stays as it was.
 *
 * {@snippet :
 * GlReceiver receiver = GlReceiver.of(spout.receiver("My game").open()); // once, the context being current
 * receiver.receive();                                                    // each frame: does not wait
 * draw(receiver.texture());                                              // 0 as long as nothing has come
 * }
 *
 * <p>With {@link GlWay#PIXEL_BUFFERS} a thread of this receiver's copies each frame when it comes, so that {@link #receive} only has to tell OpenGL. By the other ways it fetches the frame itself, for as long
 * as the graphics card takes to copy it, and gives none while OpenGL is busy with the one before. A picture's lowest row is OpenGL's
 * lowest. Textures have the frame's format: GL_RGBA8 for RGBA8 and BGRA8, GL_SRGB8_ALPHA8, GL_RGBA16F and so on; OpenGL ES, which lacks textures of 16 bits, GL_RGBA16F
 * for these.
 *
 * <p>Methods throw IllegalStateException where no context is current, or another one than at the opening, and after {@link #close}; SpoutException where the context is lost,
 * as far as it tells, or receiving fails. Close it while the context is current, and before that is destroyed: {@link #close} from elsewhere ends receiving, and leaves
 * OpenGL's objects to be freed with the context.
 */
public final class GlReceiver implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");

    private final SpoutReceiver receiver;
    private final GlContext context;
    private final Scratch scratch;
    private final ReceivedTexture own;
    private final boolean flip;
    private final Alpha alpha;
    private final boolean insists;
    private final String owner;
    private final Object lock = new Object();
    private volatile GlWay kind;
    private IncomingWay way;
    private boolean closed;

    private GlReceiver(Builder options) {
        receiver = options.receiver;
        owner = "the GlReceiver of " + receiver.name().map(name -> "\"" + name + "\"").orElse("the active sender");
        context = GlContext.current();
        scratch = new Scratch(context.gl());
        own = new ReceivedTexture(context.gl(), scratch);
        flip = options.flip;
        alpha = options.alpha;
        insists = options.way.isPresent();
        kind = WayChoice.of(owner, WayChoice.offers(context), WayChoice.conversion(receiver.alpha(), alpha),
                options.way);
        way = open(kind);
        LOG.log(System.Logger.Level.DEBUG, "{0} gives frames to {1} by {2}", owner, context, kind);
    }

    private IncomingWay open(GlWay wanted) {
        return switch (wanted) {
            case DX_INTEROP -> open(new DxInterop(context.gl(), scratch));
            case MEMORY_OBJECTS -> open(new MemoryObjects(context.gl(), scratch));
            case PIXEL_BUFFERS -> new UploadRing(context, scratch, receiver, own, flip, alpha);
        };
    }

    private IncomingWay open(Interop interop) {
        return new ReceivedTextures(context, scratch, receiver, interop, own, flip);
    }

    /**
     * Opens one for the current context, with what {@link Builder} has if nothing is asked for.
     *
     * @param receiver taken over, and closed with this, or where this does not open
     * @return to be closed by the caller
     * @throws IllegalStateException where no context is current
     * @throws SpoutException        where it is older than OpenGL 3.0, or lacks a function
     */
    public static GlReceiver of(SpoutReceiver receiver) {
        return builder(receiver).open();
    }

    /**
     * Asks for more.
     *
     * @param receiver taken over when it opens, and closed with it
     * @return opens it
     */
    public static Builder builder(SpoutReceiver receiver) {
        return new Builder(Objects.requireNonNull(receiver, "receiver"));
    }

    /** {@return how pixels go; a sender by memory share, or whose format the driver refuses, makes it {@link GlWay#PIXEL_BUFFERS}, unless the builder insists} */
    public GlWay way() {
        return kind;
    }

    /** {@return the receiver below: the sender's info, rate and so on} Receive nothing else by it, and don't close it. */
    public SpoutReceiver receiver() {
        return receiver;
    }

    /**
     * Puts the newest frame, if there is one that was not had before, into this receiver's own texture. Does not wait.
     *
     * @return whether there was one; where not, {@link #texture} has the last one still
     */
    public boolean receive() {
        return receive(0, Duration.ZERO);
    }

    /**
     * Waits for a frame and puts it into this receiver's own texture.
     *
     * @param timeout how long to wait; zero or less looks once
     * @return whether there was one
     */
    public boolean receive(Duration timeout) {
        return receive(0, timeout);
    }

    /**
     * Puts the newest frame, if there is one that was not had before, into a texture of the caller's. Does not wait. Storage is made by glTexImage2D where the texture has none or another size; a texture of the right size keeps its format, except
     * in OpenGL ES, where it gets the frame's.
     *
     * @param texture of GL_TEXTURE_2D, as glGenTextures gave it
     * @return whether there was one
     * @throws SpoutException where the texture's size is another one, and fixed by glTexStorage2D
     */
    public boolean receiveInto(int texture) {
        return receiveInto(texture, Duration.ZERO);
    }

    /**
     * Waits for a frame and puts it into a texture of the caller's, as {@link #receiveInto(int)}.
     *
     * @param texture of GL_TEXTURE_2D, as glGenTextures gave it
     * @param timeout how long to wait; zero or less looks once
     * @return whether there was one
     */
    public boolean receiveInto(int texture, Duration timeout) {
        if (texture == 0) {
            throw new IllegalArgumentException("texture 0 is none; give what glGenTextures gave");
        }
        return receive(texture, timeout);
    }

    private boolean receive(int texture, Duration timeout) {
        synchronized (lock) {
            require();
            long millis = Math.max(0, timeout.toMillis());
            try {
                return way.put(texture, millis);
            } catch (UnsuitableWayException e) {
                if (insists) {
                    throw e;
                }
                throughMemory(e);
                return way.put(texture, millis);
            }
        }
    }

    private void throughMemory(UnsuitableWayException reason) {
        LOG.log(System.Logger.Level.INFO, "frames come to {0} by {1} from now on, not by {2}: {3}", owner,
                GlWay.PIXEL_BUFFERS, kind, reason.getMessage());
        way.end();
        way.delete();
        kind = GlWay.PIXEL_BUFFERS;
        way = open(kind);
    }

    private void require() {
        if (closed) {
            throw new IllegalStateException(owner + " is closed");
        }
        context.require(owner);
    }

    /** {@return this receiver's own texture, of GL_TEXTURE_2D; 0 before the first frame} It stays the same; its size and format follow the frames. */
    public int texture() {
        return own.name();
    }

    /** {@return the width of the last frame in pixels; 0 before the first} */
    public int width() {
        return own.width();
    }

    /** {@return the height of the last frame in pixels; 0 before the first} */
    public int height() {
        return own.height();
    }

    /** {@return the format of the pixels that the texture got with the last frame; empty before the first} */
    public Optional<PixelFormat> format() {
        return Optional.ofNullable(own.format());
    }

    /** {@return the number of the last frame, as {@link io.github.spout4j.SpoutFrame#number}; 0 before the first} */
    public long number() {
        return own.number();
    }

    /** Lets the sender go, and frees OpenGL's objects where the context is current. Idempotent. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                way.end();
                if (context.isUsable()) {
                    way.delete();
                    own.delete();
                }
            } finally {
                receiver.close();
            }
        }
    }

    @Override
    public String toString() {
        return owner + " in " + context + ", by " + kind;
    }

    /** What to ask for before a GlReceiver opens. */
    public static final class Builder {
        private final SpoutReceiver receiver;
        private boolean flip = true;
        private Alpha alpha = Alpha.STRAIGHT;
        private Optional<GlWay> way = Optional.empty();

        private Builder(SpoutReceiver receiver) {
            this.receiver = receiver;
        }

        /**
         * Whether rows are turned, so that the frame's lowest row is OpenGL's lowest; true if not given.
         *
         * @param turns whether they are
         * @return this
         */
        public Builder flip(boolean turns) {
            flip = turns;
            return this;
        }

        /**
         * What the texture's colours are to carry; {@link Alpha#STRAIGHT} if not given.
         *
         * @param wanted what they are to carry
         * @return this
         */
        public Builder alpha(Alpha wanted) {
            alpha = Objects.requireNonNull(wanted, "alpha");
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
        public GlReceiver open() {
            try {
                return new GlReceiver(this);
            } catch (RuntimeException | Error e) {
                receiver.close(); // nobody else would
                throw e;
            }
        }
    }
}
