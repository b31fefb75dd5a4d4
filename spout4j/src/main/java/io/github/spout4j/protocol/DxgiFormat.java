package io.github.spout4j.protocol;

import java.util.Optional;

/** The pixel formats that senders are known to use, by the code in their info (docs/protocol.md: Formats). */
public enum DxgiFormat {
    R32G32B32A32_FLOAT(2, 16),
    R16G16B16A16_FLOAT(10, 8),
    R16G16B16A16_UNORM(11, 8),
    /** Of DirectX 9 senders: in memory as B8G8R8A8_UNORM. */
    D3D9_A8R8G8B8(21, 4),
    /** Of DirectX 9 senders: in memory as B8G8R8X8_UNORM. */
    D3D9_X8R8G8B8(22, 4),
    R10G10B10A2_UNORM(24, 4),
    R11G11B10_FLOAT(26, 4),
    R8G8B8A8_TYPELESS(27, 4),
    R8G8B8A8_UNORM(28, 4),
    R8G8B8A8_UNORM_SRGB(29, 4),
    R32_FLOAT(41, 4),
    R8G8_UNORM(49, 2),
    R16_FLOAT(54, 2),
    R16_UNORM(56, 2),
    R8_UNORM(61, 1),
    A8_UNORM(65, 1),
    B8G8R8A8_UNORM(87, 4),
    B8G8R8X8_UNORM(88, 4),
    B8G8R8A8_TYPELESS(90, 4),
    B8G8R8A8_UNORM_SRGB(91, 4),
    B8G8R8X8_UNORM_SRGB(93, 4);

    private static final DxgiFormat[] ALL = values();

    private final int code;
    private final int bytesPerPixel;

    DxgiFormat(int code, int bytesPerPixel) {
        this.code = code;
        this.bytesPerPixel = bytesPerPixel;
    }

    /** The number in a sender's info. */
    public int code() {
        return code;
    }

    public int bytesPerPixel() {
        return bytesPerPixel;
    }

    /** The format of a code; 0, which old senders leave there, means {@link #B8G8R8A8_UNORM}. */
    public static Optional<DxgiFormat> of(int code) {
        if (code == 0) {
            return Optional.of(B8G8R8A8_UNORM);
        }
        for (DxgiFormat format : ALL) {
            if (format.code == code) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format's name for people, of unknown codes too. */
    public static String describe(int code) {
        return of(code).map(DxgiFormat::name).orElseGet(() -> "format " + Integer.toUnsignedString(code));
    }
}
