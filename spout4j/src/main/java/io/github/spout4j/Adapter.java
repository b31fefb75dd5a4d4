package io.github.spout4j;

/**
 * A graphics adapter, as DXGI lists it.
 *
 * @param index           its place in the list; 0 is the one that programs use unless they ask for another
 * @param name            what its driver calls it
 * @param vendorId        the maker's PCI number, such as 0x10DE (NVIDIA), 0x1002 (AMD), 0x8086 (Intel)
 * @param dedicatedMemory bytes of its own video memory; 0 where it uses the system's
 * @param display         whether a display is connected to it
 * @param software        whether it draws by the CPU, as Microsoft's Basic Render Driver (WARP) does
 * @param luid            the system's number for it until the next restart
 */
public record Adapter(int index, String name, int vendorId, long dedicatedMemory, boolean display, boolean software,
        long luid) {}
