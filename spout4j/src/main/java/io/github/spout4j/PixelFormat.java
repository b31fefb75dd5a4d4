package io.github.spout4j;

import java.util.Optional;

/**
 * How a pixel lies in memory. A pixel is a little-endian number of {@link #bytesPerPixel} bytes in which every channel has
 * {@link #bits} bits from {@link #shift} on; channels are numbered red 0, green 1, blue 2, alpha 3. What a format does not
 * have reads as 0, alpha as 1. The numbers are in docs/protocol.md, Formats.
 */
public enum PixelFormat {
    /** Red, green, blue, alpha; one byte each: DXGI_FORMAT_R8G8B8A8_UNORM. */
    RGBA8(28, Numbers.UNORM, "r8 g8 b8 a8"),
    /**
     * Blue, green, red, alpha; one byte each: DXGI_FORMAT_B8G8R8A8_UNORM. A Java {@code 0xAARRGGBB} int, as in
     * BufferedImage.TYPE_INT_ARGB, is this in memory.
     */
    BGRA8(87, Numbers.UNORM, "b8 g8 r8 a8"),
    /** As BGRA8 without alpha; the fourth byte says nothing, and is written as 255: DXGI_FORMAT_B8G8R8X8_UNORM. */
    BGRX8(88, Numbers.UNORM, "b8 g8 r8 x8"),
    /**
     * As RGBA8; the graphics card takes the colours for sRGB where it draws with them. Copies leave them as they stand:
     * DXGI_FORMAT_R8G8B8A8_UNORM_SRGB.
     */
    RGBA8_SRGB(29, Numbers.UNORM, "r8 g8 b8 a8"),
    /** As BGRA8, see {@link #RGBA8_SRGB}: DXGI_FORMAT_B8G8R8A8_UNORM_SRGB. */
    BGRA8_SRGB(91, Numbers.UNORM, "b8 g8 r8 a8"),
    /** Red, green, blue, alpha; a signed byte each: DXGI_FORMAT_R8G8B8A8_SNORM. */
    RGBA8_SNORM(31, Numbers.SNORM, "r8 g8 b8 a8"),
    /** Red, green, blue of 10 bits, alpha of 2, red the lowest: DXGI_FORMAT_R10G10B10A2_UNORM. */
    RGB10A2(24, Numbers.UNORM, "r10 g10 b10 a2"),
    /** Red, green, blue, alpha; 16 bits each: DXGI_FORMAT_R16G16B16A16_UNORM. */
    RGBA16(11, Numbers.UNORM, "r16 g16 b16 a16"),
    /** Red, green, blue, alpha; 16 signed bits each: DXGI_FORMAT_R16G16B16A16_SNORM. */
    RGBA16_SNORM(13, Numbers.SNORM, "r16 g16 b16 a16"),
    /** Red, green, blue, alpha; a half float each: DXGI_FORMAT_R16G16B16A16_FLOAT. */
    RGBA16F(10, Numbers.FLOAT, "r16 g16 b16 a16"),
    /** Red, green, blue, alpha; a float each: DXGI_FORMAT_R32G32B32A32_FLOAT. */
    RGBA32F(2, Numbers.FLOAT, "r32 g32 b32 a32"),
    /** Red and green of 11 bits, blue of 10; floats without a sign: DXGI_FORMAT_R11G11B10_FLOAT. */
    R11G11B10F(26, Numbers.FLOAT, "r11 g11 b10"),
    /** Red; one byte: DXGI_FORMAT_R8_UNORM. */
    R8(61, Numbers.UNORM, "r8"),
    /** Red, green; one byte each: DXGI_FORMAT_R8G8_UNORM. */
    RG8(49, Numbers.UNORM, "r8 g8"),
    /** Red; 16 bits: DXGI_FORMAT_R16_UNORM. */
    R16(56, Numbers.UNORM, "r16"),
    /** Red, green; 16 bits each: DXGI_FORMAT_R16G16_UNORM. */
    RG16(35, Numbers.UNORM, "r16 g16"),
    /** Red; a half float: DXGI_FORMAT_R16_FLOAT. */
    R16F(54, Numbers.FLOAT, "r16"),
    /** Red, green; a half float each: DXGI_FORMAT_R16G16_FLOAT. */
    RG16F(34, Numbers.FLOAT, "r16 g16"),
    /** Red; a float: DXGI_FORMAT_R32_FLOAT. */
    R32F(41, Numbers.FLOAT, "r32"),
    /** Red, green; a float each: DXGI_FORMAT_R32G32_FLOAT. */
    RG32F(16, Numbers.FLOAT, "r32 g32");

    private static final String CHANNELS = "rgba";

    private final int dxgiFormat;
    private final Numbers numbers;
    private final int bytesPerPixel;
    private final int channels;
    private final int[] shifts = new int[CHANNELS.length()];
    private final int[] bits = new int[CHANNELS.length()];

    /** @param layout channels with their bits, the lowest first */
    PixelFormat(int dxgiFormat, Numbers numbers, String layout) {
        this.dxgiFormat = dxgiFormat;
        this.numbers = numbers;
        int shift = 0;
        int count = 0;
        for (String part : layout.split(" ")) {
            int channel = CHANNELS.indexOf(part.charAt(0));
            int width = Integer.parseInt(part.substring(1));
            if (channel >= 0) {
                shifts[channel] = shift;
                bits[channel] = width;
                count++;
            }
            shift += width;
        }
        bytesPerPixel = shift / Byte.SIZE;
        channels = count;
    }

    /** {@return the DXGI_FORMAT number that senders publish} */
    public int dxgiFormat() {
        return dxgiFormat;
    }

    /** {@return how many bytes one pixel takes} */
    public int bytesPerPixel() {
        return bytesPerPixel;
    }

    /** {@return how many channels there are: 1 is red, 2 are red and green, 3 lack alpha} */
    public int channels() {
        return channels;
    }

    /** {@return what kind of numbers the channels are} */
    public Numbers numbers() {
        return numbers;
    }

    /**
     * The size of a channel.
     *
     * @param channel 0 to 3
     * @return bits; 0 where the format does not have it
     * @throws IndexOutOfBoundsException where there is no such channel in any format
     */
    public int bits(int channel) {
        return bits[channel];
    }

    /**
     * Where a channel is.
     *
     * @param channel 0 to 3
     * @return its lowest bit's place in the pixel; 0 where the format does not have it
     * @throws IndexOutOfBoundsException where there is no such channel in any format
     */
    public int shift(int channel) {
        return shifts[channel];
    }

    /**
     * Finds the format of a number that a sender publishes. Typeless formats are read as UNORM; 0, and 21 and 22 of
     * DirectX 9, are formats of BGRA order.
     *
     * @param dxgiFormat a DXGI_FORMAT number, or D3DFORMAT 21 or 22
     * @return the format; empty where spout4j cannot read such pixels
     */
    public static Optional<PixelFormat> ofDxgiFormat(int dxgiFormat) {
        for (PixelFormat format : values()) {
            if (format.dxgiFormat == dxgiFormat) {
                return Optional.of(format);
            }
        }
        return switch (dxgiFormat) {
            case 0, 21, 90 -> Optional.of(BGRA8);
            case 22, 92, 93 -> Optional.of(BGRX8);
            case 27 -> Optional.of(RGBA8);
            default -> Optional.empty();
        };
    }

    /** What the bits of a channel mean. */
    public enum Numbers {
        /** 0 to 1: a whole number without a sign, divided by the largest one. */
        UNORM,
        /** -1 to 1: a whole number with a sign, divided by the largest one; the lowest of all is -1 too. */
        SNORM,
        /** A float of 32, 16 (half), 11 or 10 bits; the last two have no sign. */
        FLOAT
    }
}
