/** Direct3D 11 textures that OpenGL draws to and reads, without a way through memory: Windows, where the driver can. */
package io.github.spout4j.opengl.interop;
