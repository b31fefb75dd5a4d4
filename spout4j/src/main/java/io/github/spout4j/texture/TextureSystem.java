package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.Adapters;
import io.github.spout4j.d3d11.D3dException;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.Devices;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.transport.FrameShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this machine offers for shared textures. One for a process; thread-safe. */
public final class TextureSystem {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");
    private static final FrameShape PROBE = new FrameShape(16, 16, PixelFormat.BGRA8);

    private final Devices devices = new Devices();
    private final SharedHandles handles;
    private Optional<String> unavailable;
    /** The adapter that opened a sender's texture last: where one sender is, the others mostly are. */
    private volatile Adapter lastFound;

    public TextureSystem(SharedHandles handles) {
        this.handles = handles;
    }

    /** The graphics adapters; none where DXGI is missing or fails. */
    public List<Adapter> adapters() {
        try {
            return Adapters.list();
        } catch (SpoutException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "no adapters can be listed", e);
            return List.of();
        }
    }

    /** Why textures cannot be shared here, in words for people; empty where they can. Tried once, with a texture. */
    public synchronized Optional<String> unavailable() {
        if (unavailable == null) {
            unavailable = probe();
        }
        return unavailable;
    }

    private Optional<String> probe() {
        try (SharedTexture probe = make(PROBE, Optional.empty(), Texture.Sharing.PLAIN);
                Texture opened = handles.open(probe.device(), probe.handle())) {
            return opened.width() == PROBE.width() && opened.height() == PROBE.height()
                    ? Optional.empty()
                    : Optional.of("a texture that was shared does not open as itself");
        } catch (SpoutException | LinkageError e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Makes a texture that receivers can open.
     *
     * @param wanted the adapter to make it on; empty for the one that programs use unless they ask for another
     * @throws SpoutException where that is not possible
     */
    public SharedTexture make(FrameShape shape, Optional<Adapter> wanted, Texture.Sharing sharing) {
        return make(shape, devices.take(wanted.orElseGet(this::usual)), sharing);
    }

    /** @param device its use is taken over */
    private SharedTexture make(FrameShape shape, Device device, Texture.Sharing sharing) {
        return SharedTexture.make(this, device, shape, sharing);
    }

    /** A receiver's own texture, on the device of what it receives. */
    SharedTexture makeBeside(Device device, FrameShape shape) {
        return make(shape, devices.take(device.adapter()), Texture.Sharing.PLAIN);
    }

    /** The first adapter that is no software; else the first. */
    private Adapter usual() {
        List<Adapter> all = Adapters.list();
        return all.stream().filter(adapter -> !adapter.software()).findFirst().or(() -> all.stream().findFirst())
                .orElseThrow(() -> new SpoutException("there is no graphics adapter; use memory share"));
    }

    /** @throws SpoutException where it is no handle that a sender could publish */
    long handleOf(Texture texture) {
        long handle = handles.handleOf(texture);
        if (handle == 0 || handle != (int) handle) {
            throw new SpoutException("the system gave the handle 0x" + Long.toHexString(handle)
                    + " for a shared texture, which no Spout program can open");
        }
        return handle;
    }

    void giveBack(Device device) {
        devices.giveBack(device);
    }

    /** Something that is done with a texture on the device where it opened. */
    interface Opening<T> {
        /** @param texture its reference, and the use of its device, are taken over where this returns */
        T with(Device device, Texture texture);
    }

    /**
     * Opens a shared texture on whichever adapter can.
     *
     * @param whose     for people: the sender
     * @param preferred the adapter to try first
     * @throws UnopenedTextureException where none can; it tells what was tried
     */
    <T> T open(String whose, long handle, Optional<Adapter> preferred, Opening<T> opening) {
        List<String> failures = new ArrayList<>();
        List<Adapter> order = order(preferred);
        for (Adapter adapter : order) {
            try {
                T opened = openOn(adapter, handle, opening);
                if (adapter != order.getFirst()) {
                    LOG.log(System.Logger.Level.INFO, "{0} is on the graphics adapter {1} ({2}); it is received there",
                            whose, adapter.index(), adapter.name());
                }
                lastFound = adapter;
                return opened;
            } catch (D3dException e) {
                failures.add(adapter.index() + " (" + adapter.name() + "): " + e.reason());
            }
        }
        throw new UnopenedTextureException(whose + " shares a texture by the handle 0x" + Long.toHexString(handle)
                + ", which no graphics adapter opens: tried " + String.join(", ", failures)
                + ". Start both programs on the same adapter, or switch the sender to memory share");
    }

    private <T> T openOn(Adapter adapter, long handle, Opening<T> opening) {
        Device device = devices.take(adapter);
        boolean taken = false;
        try {
            Texture texture = handles.open(device, handle);
            try {
                T result = opening.with(device, texture);
                taken = true;
                return result;
            } finally {
                if (!taken) {
                    texture.close();
                }
            }
        } finally {
            if (!taken) {
                devices.giveBack(device);
            }
        }
    }

    private List<Adapter> order(Optional<Adapter> preferred) {
        List<Adapter> order = new ArrayList<>();
        List<Adapter> all = Adapters.list();
        preferred.ifPresent(order::add);
        Adapter found = lastFound;
        if (found != null && preferred.isEmpty()) {
            order.add(found);
        }
        all.stream().filter(adapter -> order.stream().noneMatch(first -> first.luid() == adapter.luid()))
                .forEach(order::add);
        return order;
    }

    /** The adapter on which a sender's texture opens; empty where none opens it. Opens and closes it. */
    public Optional<Adapter> locate(long handle) {
        try {
            return Optional.of(open("the sender", handle, Optional.empty(), (device, texture) -> {
                texture.close();
                devices.giveBack(device);
                return device.adapter();
            }));
        } catch (SpoutException _) {
            return Optional.empty();
        }
    }

    /** Opens a texture that is on any device also on this one. */
    Texture openOn(Device device, SharedTexture texture) {
        return handles.open(device, texture.handle());
    }
}
