package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;

/** A sender's properties in words. */
final class SenderTexts {
    private SenderTexts() {}

    static String size(SenderInfo sender) {
        return Integer.toUnsignedString(sender.width()) + "x" + Integer.toUnsignedString(sender.height());
    }

    /** RGBA8, BGRA8, or the name of a format that spout4j does not read. */
    static String format(SenderInfo sender) {
        return sender.format().map(PixelFormat::name).orElseGet(() -> switch (sender.dxgiFormat()) {
            case 2 -> "R32G32B32A32_FLOAT";
            case 10 -> "R16G16B16A16_FLOAT";
            case 11 -> "R16G16B16A16_UNORM";
            case 13 -> "R16G16B16A16_SNORM";
            case 21 -> "D3D9 A8R8G8B8";
            case 22 -> "D3D9 X8R8G8B8";
            case 24 -> "R10G10B10A2_UNORM";
            case 26 -> "R11G11B10_FLOAT";
            case 29 -> "R8G8B8A8_UNORM_SRGB";
            case 61 -> "R8_UNORM";
            case 88 -> "B8G8R8X8_UNORM";
            case 91 -> "B8G8R8A8_UNORM_SRGB";
            case 93 -> "B8G8R8X8_UNORM_SRGB";
            default -> "format " + Integer.toUnsignedString(sender.dxgiFormat());
        });
    }

    static String transport(SenderInfo sender) {
        return sender.transport() == Transport.MEMORY ? "memory share" : "texture";
    }

    /** The host program's file name. */
    static String program(SenderInfo sender) {
        String host = sender.host();
        String file = host.substring(Math.max(host.lastIndexOf('/'), host.lastIndexOf('\\')) + 1);
        return file.isEmpty() ? "-" : SafeText.of(file);
    }
}
