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
    /** Where senders make textures that ask for no adapter; kept, since to list adapters takes long. */
    private volatile Adapter usual;

    public TextureSystem(SharedHandles handles) {
        this.handles = handles;
    }

    /** The graphics adapters; none where DXGI is missing or fails. */
    public List<Adapter> adapters() {
        try {
            return Adapters.list();
        } catch (SpoutException e) {
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
        } catch (SpoutException e) {
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
        return make(shape, wanted.isPresent() ? devices.take(wanted.get()) : takeUsual(), sharing);
    }

    /** @param device its use is taken over */
    private SharedTexture make(FrameShape shape, Device device, Texture.Sharing sharing) {
        return SharedTexture.make(this, device, shape, sharing);
    }

    /** A texture for users, on the device of what is received or sent. */
    SharedTexture makeBeside(Device device, FrameShape shape) {
        return make(shape, devices.take(device.adapter()), Texture.Sharing.PLAIN);
    }

    private Device takeUsual() {
        Adapter known = usual;
        if (known != null) {
            try {
                return devices.take(known);
            } catch (D3dException e) {
                LOG.log(System.Logger.Level.DEBUG, "the adapter " + known.name() + " is gone", e);
            }
        }
        Adapter found = findUsual();
        usual = found;
        return devices.take(found);
    }

    /** The first adapter that is no software; else the first. */
    private static Adapter findUsual() {
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
        Optional<Adapter> likely = preferred.or(() -> Optional.ofNullable(lastFound));
        List<String> failures = new ArrayList<>();
        if (likely.isPresent()) {
            try {
                return openOn(likely.get(), handle, opening);
            } catch (D3dException e) {
                failures.add(describe(likely.get(), e));
            }
        }
        for (Adapter adapter : Adapters.list()) {
            if (likely.stream().noneMatch(first -> first.luid() == adapter.luid())) {
                try {
                    T opened = openOn(adapter, handle, opening);
                    if (!failures.isEmpty()) {
                        LOG.log(System.Logger.Level.INFO,
                                "{0} is on the graphics adapter {1} ({2}); it is received there", whose,
                                adapter.index(), adapter.name());
                    }
                    return opened;
                } catch (D3dException e) {
                    failures.add(describe(adapter, e));
                }
            }
        }
        throw new UnopenedTextureException(whose + " shares a texture by the handle 0x" + Long.toHexString(handle)
                + ", which no graphics adapter opens: tried " + String.join(", ", failures)
                + ". Start both programs on the same adapter, or switch the sender to memory share");
    }

    private static String describe(Adapter adapter, D3dException failure) {
        return adapter.index() + " (" + adapter.name() + "): " + failure.reason();
    }

    private <T> T openOn(Adapter adapter, long handle, Opening<T> opening) {
        Device device = devices.take(adapter);
        boolean taken = false;
        try {
            Texture texture = handles.open(device, handle);
            try {
                T result = opening.with(device, texture);
                taken = true;
                lastFound = adapter;
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
