package app.inkling.common;

import android.content.res.AssetFileDescriptor;
import android.content.res.AssetManager;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The app's assets. */
public final class AssetFiles implements PackedFiles {
  private final AssetManager assets;

  public AssetFiles(AssetManager assets) {
    this.assets = assets;
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (InputStream in = assets.open(name)) {
      byte[] bytes = new byte[in.available()]; // of an asset that is all of it
      int size = 0;
      for (int part = in.read(bytes); part > 0; part = in.read(bytes, size, bytes.length - size)) {
        size += part;
      }
      if (size < bytes.length || in.read() >= 0) {
        throw new EOFException(name + ": " + size + " bytes of " + bytes.length + " were read");
      }
      return bytes;
    }
  }

  /** Works for files stored without compression, as {@code .tflite} files are. */
  @Override
  public ByteBuffer map(String name) throws IOException {
    try (AssetFileDescriptor file = assets.openFd(name);
        FileInputStream in = new FileInputStream(file.getFileDescriptor())) {
      return in.getChannel()
          .map(FileChannel.MapMode.READ_ONLY, file.getStartOffset(), file.getDeclaredLength())
          .order(ByteOrder.nativeOrder());
    }
  }
}
