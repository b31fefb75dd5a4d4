package io.github.spout4j.pixels;

import io.github.spout4j.PixelFormat;

/** How one channel's bits stand for a number. */
enum Encoding {
    /** Not in this format. */
    ABSENT {
        @Override
        float number(int bits) {
            return 0;
        }

        @Override
        int bits(float number) {
            return 0;
        }
    },
    /** Not in this format, which is opaque therefore. */
    ABSENT_ALPHA {
        @Override
        float number(int bits) {
            return 1;
        }

        @Override
        int bits(float number) {
            return 0;
        }
    },
    UNORM2 {
        @Override
        float number(int bits) {
            return bits / 3f;
        }

        @Override
        int bits(float number) {
            return unorm(number, 3);
        }
    },
    UNORM8 {
        @Override
        float number(int bits) {
            return bits / 255f;
        }

        @Override
        int bits(float number) {
            return unorm(number, 255);
        }
    },
    UNORM10 {
        @Override
        float number(int bits) {
            return bits / 1023f;
        }

        @Override
        int bits(float number) {
            return wideUnorm(number, 1023);
        }
    },
    UNORM16 {
        @Override
        float number(int bits) {
            return bits / 65535f;
        }

        @Override
        int bits(float number) {
            return wideUnorm(number, 65535);
        }
    },
    SNORM8 {
        @Override
        float number(int bits) {
            return Math.max((byte) bits / 127f, -1);
        }

        @Override
        int bits(float number) {
            return snorm(number, 127) & 0xFF;
        }
    },
    SNORM16 {
        @Override
        float number(int bits) {
            return Math.max((short) bits / 32767f, -1);
        }

        @Override
        int bits(float number) {
            return snorm(number, 32767) & 0xFFFF;
        }
    },
    HALF {
        @Override
        float number(int bits) {
            return Float.float16ToFloat((short) bits);
        }

        @Override
        int bits(float number) {
            return Float.floatToFloat16(number) & 0xFFFF;
        }
    },
    FLOAT11 {
        @Override
        float number(int bits) {
            return SmallFloat.number(bits, 6);
        }

        @Override
        int bits(float number) {
            return SmallFloat.bits(number, 6);
        }
    },
    FLOAT10 {
        @Override
        float number(int bits) {
            return SmallFloat.number(bits, 5);
        }

        @Override
        int bits(float number) {
            return SmallFloat.bits(number, 5);
        }
    },
    FLOAT {
        @Override
        float number(int bits) {
            return Float.intBitsToFloat(bits);
        }

        @Override
        int bits(float number) {
            return Float.floatToRawIntBits(number);
        }
    };

    private static final int ALPHA = 3;

    static Encoding of(PixelFormat format, int channel) {
        int bits = format.bits(channel);
        if (bits == 0) {
            return channel == ALPHA ? ABSENT_ALPHA : ABSENT;
        }
        return switch (format.numbers()) {
            case UNORM -> switch (bits) {
                case 2 -> UNORM2;
                case 8 -> UNORM8;
                case 10 -> UNORM10;
                case 16 -> UNORM16;
                default -> throw new AssertionError(format);
            };
            case SNORM -> switch (bits) {
                case 8 -> SNORM8;
                case 16 -> SNORM16;
                default -> throw new AssertionError(format);
            };
            case FLOAT -> switch (bits) {
                case 10 -> FLOAT10;
                case 11 -> FLOAT11;
                case 16 -> HALF;
                case 32 -> FLOAT;
                default -> throw new AssertionError(format);
            };
        };
    }

    /** The number that these bits, the lowest ones, stand for. */
    abstract float number(int bits);

    /** The bits of the nearest number that there is, all others 0. */
    abstract int bits(float number);

    /** For up to 8 bits; clamped after rounding, which comes to the same, and NaN is 0. As Direct3D does. */
    static int unorm(float number, int largest) {
        return Math.max(0, Math.min(largest, (int) (number * largest + 0.5f)));
    }

    /** For more than 8 bits, of which float arithmetic would not always find the nearest. */
    static int wideUnorm(float number, int largest) {
        return Math.max(0, Math.min(largest, (int) ((double) number * largest + 0.5)));
    }

    /** The lowest number of all is never made. */
    static int snorm(float number, int largest) {
        double scaled = (double) number * largest;
        return Math.max(-largest, Math.min(largest, (int) (scaled + Math.copySign(0.5, scaled))));
    }
}
