package app.inkling.build;

import com.android.apksig.ApkSigner;
import com.android.apksig.KeyConfig;
import com.android.apksig.apk.ApkFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * A private key with its certificate: whose app it is. Android installs an update only over the same key's
 * app.
 */
record SigningKey(PrivateKey key, X509Certificate certificate) {
  /**
   * Android's 16 KB pages: native libraries are mapped from the APK, so they must begin where a page does.
   */
  private static final int PAGE_BYTES = 16_384;

  private static final String DEBUG_PASSWORD = "android";
  private static final String DEBUG_ALIAS = "androiddebugkey";

  /** @param alias which of the store's keys; null when it has only one */
  static SigningKey load(Path keystore, String password, String alias) throws IOException {
    if (!Files.exists(keystore)) {
      throw new IOException("No key store at " + keystore + "; apk.keystore must name one");
    }
    try {
      KeyStore store = open(keystore, password);
      String name = alias == null ? onlyAlias(keystore, store) : alias;
      if (!(store.getKey(name, password.toCharArray()) instanceof PrivateKey key)) {
        throw new IOException(keystore + " has no private key \"" + name + "\"; apk.key.alias must name one");
      }
      return new SigningKey(key, (X509Certificate) store.getCertificate(name));
    } catch (GeneralSecurityException e) {
      throw new IOException("Cannot read the key in " + keystore + ": " + e.getMessage(), e);
    }
  }

  /** The developer's own key for debugging, made on first use; it outlives every clean build. */
  static SigningKey debug(Path keystore) throws IOException {
    if (!Files.exists(keystore)) {
      Files.createDirectories(keystore.toAbsolutePath().getParent());
      Path fresh = Files.createTempDirectory("keystore").resolve("fresh.keystore");
      Command.require("Making a debug key", List.of(
          Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
          "-keystore", fresh.toString(), "-storetype", "PKCS12", "-storepass", DEBUG_PASSWORD,
          "-alias", DEBUG_ALIAS, "-dname", "CN=Android Debug", "-keyalg", "RSA", "-keysize", "2048",
          "-validity", "10950"));
      try {
        Files.copy(fresh, keystore);
      } catch (FileAlreadyExistsException e) {
        // Another build was first; its key serves as well.
      } finally {
        FileTrees.delete(fresh.getParent());
      }
    }
    return load(keystore, DEBUG_PASSWORD, DEBUG_ALIAS);
  }

  /**
   * Aligns {@code unsigned} and signs it to {@code signed} by schemes v2 and v3; Android from 7.0 on knows
   * them.
   */
  void sign(Path unsigned, Path signed, int minSdk) throws IOException {
    ApkSigner.SignerConfig signer =
        new ApkSigner.SignerConfig.Builder("inkling", new KeyConfig.Jca(key), List.of(certificate)).build();
    try {
      new ApkSigner.Builder(List.of(signer))
          .setInputApk(unsigned.toFile())
          .setOutputApk(signed.toFile())
          .setMinSdkVersion(minSdk)
          .setV1SigningEnabled(false)
          .setV2SigningEnabled(true)
          .setV3SigningEnabled(true)
          .setLibraryPageAlignmentBytes(PAGE_BYTES)
          .build()
          .sign();
    } catch (ApkFormatException | GeneralSecurityException e) {
      throw new IOException("Cannot sign " + signed.getFileName() + ": " + e.getMessage(), e);
    }
  }

  /** Whose key it is, and the certificate's SHA-256 as {@code keytool -list} prints it. */
  String describe() throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return certificate.getSubjectX500Principal() + ", SHA-256 "
          + HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IOException("Cannot read the certificate: " + e.getMessage(), e);
    }
  }

  private static KeyStore open(Path keystore, String password) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, password.toCharArray());
      return store;
    } catch (IOException e) {
      throw new IOException("Cannot read the key store " + keystore + ": " + e.getMessage(), e);
    }
  }

  private static String onlyAlias(Path keystore, KeyStore store)
      throws IOException, GeneralSecurityException {
    List<String> aliases = Collections.list(store.aliases());
    if (aliases.size() != 1) {
      throw new IOException(keystore + " has " + aliases.size() + " entries; say which with apk.key.alias");
    }
    return aliases.get(0);
  }
}
