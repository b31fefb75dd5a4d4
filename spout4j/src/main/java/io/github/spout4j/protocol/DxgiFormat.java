package io.github.spout4j.protocol;

import java.util.Optional;

/**
 * Windows' names of the pixel formats that senders are known to use, by the code in their info (docs/protocol.md: Formats).
 * How their pixels lie is said by {@link io.github.spout4j.PixelFormat}.
 */
public enum DxgiFormat {
    R32G32B32A32_FLOAT(2),
    R16G16B16A16_FLOAT(10),
    R16G16B16A16_UNORM(11),
    R16G16B16A16_SNORM(13),
    R32G32_FLOAT(16),
    /** Of DirectX 9 senders: in memory as B8G8R8A8_UNORM. */
    D3D9_A8R8G8B8(21),
    /** Of DirectX 9 senders: in memory as B8G8R8X8_UNORM. */
    D3D9_X8R8G8B8(22),
    R10G10B10A2_UNORM(24),
    R11G11B10_FLOAT(26),
    R8G8B8A8_TYPELESS(27),
    R8G8B8A8_UNORM(28),
    R8G8B8A8_UNORM_SRGB(29),
    R8G8B8A8_SNORM(31),
    R16G16_FLOAT(34),
    R16G16_UNORM(35),
    R32_FLOAT(41),
    R8G8_UNORM(49),
    R16_FLOAT(54),
    R16_UNORM(56),
    R8_UNORM(61),
    A8_UNORM(65),
    B8G8R8A8_UNORM(87),
    B8G8R8X8_UNORM(88),
    B8G8R8A8_TYPELESS(90),
    B8G8R8A8_UNORM_SRGB(91),
    B8G8R8X8_TYPELESS(92),
    B8G8R8X8_UNORM_SRGB(93);

    private static final DxgiFormat[] ALL = values();

    private final int code;

    DxgiFormat(int code) {
        this.code = code;
    }

    /** The number in a sender's info. */
    public int code() {
        return code;
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
