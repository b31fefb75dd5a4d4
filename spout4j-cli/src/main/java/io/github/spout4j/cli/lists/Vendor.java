package io.github.spout4j.cli.lists;

import io.github.spout4j.Adapter;

/** Who made a graphics adapter. */
final class Vendor {
    private Vendor() {}

    /** The maker's name, or its PCI number where that is not a known one. */
    static String of(Adapter adapter) {
        return switch (adapter.vendorId()) {
            case 0x1002, 0x1022 -> "AMD";
            case 0x10DE -> "NVIDIA";
            case 0x8086 -> "Intel";
            case 0x1414 -> "Microsoft";
            case 0x5143, 0x4D4F4351 -> "Qualcomm";
            case 0x15AD -> "VMware";
            case 0x1AB8 -> "Parallels";
            case 0x80EE -> "VirtualBox";
            case 0x1AF4, 0x1B36 -> "Red Hat";
            case 0x10005 -> "Mesa";
            default -> String.format("0x%04X", adapter.vendorId());
        };
    }
}
