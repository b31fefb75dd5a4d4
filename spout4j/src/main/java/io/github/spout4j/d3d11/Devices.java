package io.github.spout4j.d3d11;

import io.github.spout4j.Adapter;
import java.util.HashMap;
import java.util.Map;

/** One device an adapter, shared by all that is open in this process; it ends with its last user. Thread-safe. */
public final class Devices {
    private final Map<Long, Shared> shared = new HashMap<>();

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
        Shared known = shared.get(adapter.luid());
        if (known == null || known.device.isLost()) {
            known = new Shared(Device.on(adapter));
            shared.put(adapter.luid(), known);
        }
        known.users++;
        return known.device;
    }

    /** Ends one use of it. */
    public synchronized void giveBack(Device device) {
        Shared known = shared.get(device.adapter().luid());
        if (known != null && known.device == device) {
            known.users--;
            if (known.users == 0) {
                shared.remove(device.adapter().luid());
                device.close();
            }
        }
    }
}
