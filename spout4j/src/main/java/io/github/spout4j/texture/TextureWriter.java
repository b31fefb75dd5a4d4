package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.DeviceLostException;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import io.github.spout4j.transport.PublishedInfo;
import io.github.spout4j.transport.SentPixels;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The sending side of the shared texture. A frame is written into a mapped staging texture, and goes on to the shared texture
 * on the {@linkplain TexturePublisher publisher's} thread. A lost device is replaced with the next frame.
 */
public final class TextureWriter implements PixelWriter {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    /** How long a texture outlives its successor: receivers look at the info for every frame. */
    private static final long FOLLOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOSE_MILLIS = 1000;

    private final TextureSystem system;
    private final Optional<Adapter> adapter;
    private final Texture.Sharing sharing;
    private final SenderName name;
    private final FrameOutlet outlet;
    private final TexturePublisher publisher;
    private final Deque<Retired> retired = new ArrayDeque<>();
    /** What users draw to; some may be closed. */
    private final List<DrawnTexture> drawn = new ArrayList<>();
    private final SentTextures sentTextures = new SentTextures();
    private final SentHandles sentHandles;
    private final ForeignShape handleShape = new ForeignShape();
    private SharedTexture current;
    private OutgoingSlot writing;
    private StagingTexture mapped;
    private TextureAbroad abroad;
    private StagingTexture readable;
    private long last;

    private record Retired(SharedTexture texture, long since) {}

    /**
     * @param first   what the sender's info tells of already; closed by this
     * @param adapter where to make the next ones
     * @param counts  whether frames are counted
     * @param purpose what is done with the memory of a frame before it is published
     */
    public TextureWriter(TextureSystem system, KernelObjects objects, SenderName name, boolean counts,
            PublishedInfo info, SharedTexture first, Optional<Adapter> adapter, Texture.Sharing sharing,
            StagingTexture.Purpose purpose) {
        this.system = system;
        this.name = name;
        this.adapter = adapter;
        this.sharing = sharing;
        sentHandles = new SentHandles(system, name.text());
        current = first;
        outlet = new FrameOutlet(objects, name, counts, info, first);
        last = outlet.last();
        publisher = new TexturePublisher(outlet, name.text(), purpose);
    }

    @Override
    public Transport transport() {
        return Transport.TEXTURE;
    }

    @Override
    public PixelFormat writtenFormat(PixelFormat published) {
        return published;
    }

    @Override
    public Optional<Adapter> adapter() {
        return Optional.of(current.adapter());
    }

    @Override
    public long rowPitch() {
        return mapped.rowPitch();
    }

    @Override
    public MemorySegment begin(FrameShape wanted, long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            tellFailure();
            return map(wanted, deadline);
        } catch (DeviceLostException e) {
            rebuild(wanted, e);
            return map(wanted, deadline);
        }
    }

    private void tellFailure() {
        RuntimeException failure = publisher.takeFailure();
        if (failure != null) {
            throw failure;
        }
    }

    private MemorySegment map(FrameShape wanted, long deadline) {
        if (!wanted.equals(current.shape()) && !resize(wanted, deadline)) {
            return null;
        }
        OutgoingSlot slot = publisher.next(deadline);
        if (slot == null) {
            return null;
        }
        mapped = slot.stagingFor(current);
        MemorySegment pixels = mapped.map();
        writing = slot;
        return pixels;
    }

    private boolean resize(FrameShape wanted, long deadline) {
        if (!publisher.drain(deadline)) {
            return false;
        }
        tellFailure();
        replace(wanted);
        return true;
    }

    private void replace(FrameShape wanted) {
        SharedTexture next = system.make(wanted, adapter, sharing);
        publisher.clear();
        forgetAbroad();
        forgetReadable();
        retire(current);
        current = next;
    }

    private void retire(SharedTexture texture) {
        long now = System.nanoTime();
        while (!retired.isEmpty() && now - retired.getFirst().since > FOLLOW_NANOS) {
            retired.removeFirst().texture.close();
        }
        retired.addLast(new Retired(texture, now));
    }

    /** The device is gone, and all that was made with it: the stream goes on with new ones under the same name. */
    private void rebuild(FrameShape wanted, DeviceLostException loss) {
        LOG.log(System.Logger.Level.WARNING, "the sender \"{0}\" lost its graphics device and makes a new one: {1}",
                name, loss.getMessage());
        current.device().lose();
        if (!publisher.drain(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS))) {
            throw loss;
        }
        publisher.takeFailure();
        replace(wanted);
    }

    @Override
    public long number() {
        return last;
    }

    @Override
    public long publish() {
        mapped.unmap();
        OutgoingSlot slot = writing;
        writing = null;
        if (outlet.counts()) {
            last++;
        }
        slot.number(last);
        publisher.hand();
        return last;
    }

    @Override
    public FrameShape publish(Foreign kind, long reference, long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        return switch (kind) {
            case TEXTURE -> {
                DrawnTexture known = drawn(reference);
                if (known != null) {
                    yield publish(reference, known.shared().shape(), known.shared().device(), deadline);
                }
                sentTextures.look(reference);
                yield publish(reference, sentTextures.shape(), sentTextures.device(current.device()), deadline);
            }
            case SHARE_HANDLE -> {
                Texture texture = sentHandles.open(reference, current.adapter());
                yield publish(texture.address(), handleShape.of(texture.width(), texture.height(), texture.format(),
                        texture.isPlain()), texture.device(), deadline);
            }
        };
    }

    /** Of our own making; null where it is not. */
    private DrawnTexture drawn(long address) {
        for (int i = 0; i < drawn.size(); i++) {
            DrawnTexture each = drawn.get(i);
            if (each.isOpen() && each.texture() == address) {
                return each;
            }
        }
        return null;
    }

    private FrameShape publish(long source, FrameShape shape, Device device, long deadline) {
        tellFailure();
        if (!publisher.drain(deadline) || !shape.equals(current.shape()) && !resize(shape, deadline)) {
            return null;
        }
        long number = outlet.counts() ? last + 1 : last;
        long left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
        boolean put;
        if (device.address() == current.device().address()) {
            put = outlet.put(source, current, current.texture(), current.copied(), number, left);
        } else {
            if (abroad == null || !abroad.isOf(current, device)) {
                forgetAbroad();
                abroad = new TextureAbroad(system, current, device);
            }
            put = outlet.put(source, current, abroad.texture(), abroad.copied(), number, left);
        }
        if (put) {
            last = number;
        }
        return put ? shape : null;
    }

    @Override
    public RenderTexture renderTexture(FrameShape shape) {
        try {
            return make(shape);
        } catch (DeviceLostException e) {
            rebuild(current.shape(), e);
            return make(shape);
        }
    }

    private DrawnTexture make(FrameShape shape) {
        drawn.removeIf(each -> !each.isOpen());
        DrawnTexture made = new DrawnTexture(system.makeBeside(current.device(), shape));
        drawn.add(made);
        return made;
    }

    /** Reads back what {@link #publish(Foreign, long, long)} has published: {@link SentPixels}. */
    public boolean read(SentPixels.Reader reader, long timeoutMillis) {
        if (readable == null) {
            FrameShape shape = current.shape();
            readable = new StagingTexture(current.device(), shape.width(), shape.height(), shape.format().dxgiFormat(),
                    StagingTexture.Purpose.READ);
        }
        if (!outlet.read(readable.texture(), timeoutMillis)) {
            return false;
        }
        try {
            reader.read(readable.map(), readable.rowPitch());
            return true;
        } finally {
            readable.unmap();
        }
    }

    private void forgetReadable() {
        if (readable != null) {
            readable.close();
            readable = null;
        }
    }

    private void forgetAbroad() {
        if (abroad != null) {
            abroad.close();
            abroad = null;
        }
    }

    @Override
    public void abort() {
        if (writing != null) {
            writing = null;
            mapped.unmap();
        }
    }

    @Override
    public void close() {
        if (!publisher.close(CLOSE_MILLIS)) {
            LOG.log(System.Logger.Level.WARNING,
                    "the sender \"{0}\" ended while its graphics adapter hung; its textures are not freed", name);
            return;
        }
        publisher.clear();
        forgetAbroad();
        forgetReadable();
        sentTextures.close();
        sentHandles.close();
        retired.forEach(old -> old.texture.close());
        current.close();
        outlet.close();
    }
}
