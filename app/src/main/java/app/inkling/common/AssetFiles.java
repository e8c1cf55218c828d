package app.inkling.common;

import android.content.res.AssetFileDescriptor;
import android.content.res.AssetManager;
import java.io.ByteArrayOutputStream;
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
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] part = new byte[1 << 16];
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        bytes.write(part, 0, length);
      }
      return bytes.toByteArray();
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
