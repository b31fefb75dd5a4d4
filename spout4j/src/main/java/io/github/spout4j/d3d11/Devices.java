package io.github.spout4j.d3d11;

import io.github.spout4j.Adapter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One device an adapter, shared by all that is open in this process; it ends with its last user, a lost one too.
 * Thread-safe.
 */
public final class Devices {
    private final List<Shared> shared = new ArrayList<>();

    private static final class Shared {
        final Device device;
        int users;

        Shared(Device device) {
            this.device = device;
        }
    }

    /**
     * The device of an adapter, a new one where there is none or it is lost; to be given back.
     *
     * @throws D3dException where the adapter has none to offer
     */
    public synchronized Device take(Adapter adapter) {
        Shared known = find(device -> device.adapter().luid() == adapter.luid() && !device.isLost());
        if (known == null) {
            known = new Shared(Device.on(adapter));
            shared.add(known);
        }
        known.users++;
        return known.device;
    }

    /** Ends one use of it. */
    public synchronized void giveBack(Device device) {
        Shared known = find(each -> each == device);
        if (known != null) {
            known.users--;
            if (known.users == 0) {
                shared.remove(known);
                device.close();
            }
        }
    }

    private Shared find(Predicate<Device> wanted) {
        for (Shared each : shared) {
            if (wanted.test(each.device)) {
                return each;
            }
        }
        return null;
    }
}
