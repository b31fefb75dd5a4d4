package io.github.spout4j;

/**
 * What the alpha of pixels means for their colours. Neither Spout's objects nor textures say which it is: whoever receives has to
 * be told, or to know the sender.
 *
 * <p>Conversions are made in the one copy that is made anyway, on the numbers as they stand (sRGB colours are not made linear),
 * each rounded to the nearest that its format has. A format without alpha is read as {@link #OPAQUE}. What is not converted
 * stays as it is, the colours under an alpha of 0 too.
 *
 * {@snippet file="Sending.java" region="titles"}
 */
public enum Alpha {
    /** Colours are whole, however little of them is to be seen; what PNG files and most Java images hold. */
    STRAIGHT,
    /**
     * Colours were multiplied by alpha; what drawing with blending makes, and what blends fastest. To straight, colours are divided
     * by alpha; where that is 0 they stay as they are.
     */
    PREMULTIPLIED,
    /** Alpha is not looked at where it is read, and is 1 where it is written; colours stay as they are. */
    OPAQUE
}
