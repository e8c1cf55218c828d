package app.inkling.product;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.android.apksig.ApkVerifier;
import java.util.List;
import org.junit.Test;

public final class SignatureTest {
  @Test
  public void allPackagesBearValidSignaturesOfSchemesTwoAndThree() throws Exception {
    for (Apk apk :
        List.of(Product.shrunk(), Product.arm64(), Product.debuggable(), Product.tests())) {
      ApkVerifier.Result result = apk.verify();
      assertTrue(apk + ": " + result.getAllErrors(), result.isVerified());
      assertTrue(apk + " has no v2 signature", result.isVerifiedUsingV2Scheme());
      assertTrue(apk + " has no v3 signature", result.isVerifiedUsingV3Scheme());
    }
  }

  @Test
  public void oneKeySignsTheTestsAndTheAppTheyRunIn() throws Exception {
    assertEquals(Product.debuggable().verify().getSignerCertificates(),
        Product.tests().verify().getSignerCertificates());
  }
}
