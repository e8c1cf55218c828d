package app.inkling.build;

import com.android.manifmerger.ManifestMerger2;
import com.android.manifmerger.ManifestMerger2.Invoker.Feature;
import com.android.manifmerger.ManifestMerger2.MergeFailureException;
import com.android.manifmerger.ManifestMerger2.MergeType;
import com.android.manifmerger.ManifestSystemProperty;
import com.android.manifmerger.MergingReport;
import com.android.manifmerger.MergingReport.MergedManifestKind;
import com.android.utils.NullLogger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One application manifest from our own and those of the libraries, by the rules of Google's merger.
 *
 * @param applicationId the package under which Android knows the app
 * @param minSdk the oldest API level that the app runs on
 * @param targetSdk the API level that the app is written for
 * @param versionCode grows with every release
 * @param versionName what people read
 */
record ManifestMerge(String applicationId, int minSdk, int targetSdk, int versionCode, String versionName) {
  /**
   * Writes the merged manifest to {@code merged}.
   *
   * @throws IOException with all the merger's reasons, when manifests contradict each other
   */
  void merge(Path manifest, List<Path> libraryManifests, Path merged) throws IOException {
    MergingReport report = report(manifest, libraryManifests);
    String text = report.getMergedDocument(MergedManifestKind.MERGED);
    if (!report.getResult().isSuccess() || text == null) {
      StringBuilder reasons = new StringBuilder(failure(manifest));
      report.getLoggingRecords().forEach(record -> reasons.append("\n  ").append(record));
      throw new IOException(reasons.toString());
    }
    Files.createDirectories(merged.getParent());
    Files.writeString(merged, text);
  }

  private MergingReport report(Path manifest, List<Path> libraryManifests) throws IOException {
    try {
      ManifestMerger2.Invoker merger =
          ManifestMerger2.newMerger(manifest.toFile(), new NullLogger(), MergeType.APPLICATION)
              .setOverride(ManifestSystemProperty.Document.PACKAGE, applicationId)
              .setOverride(ManifestSystemProperty.UsesSdk.MIN_SDK_VERSION, Integer.toString(minSdk))
              .setOverride(ManifestSystemProperty.UsesSdk.TARGET_SDK_VERSION, Integer.toString(targetSdk))
              .setOverride(ManifestSystemProperty.Manifest.VERSION_CODE, Integer.toString(versionCode))
              .setOverride(ManifestSystemProperty.Manifest.VERSION_NAME, versionName)
              .withFeatures(Feature.REMOVE_TOOLS_DECLARATIONS, Feature.SUPPRESS_MANIFEST_PACKAGE_WARNING);
      for (Path library : libraryManifests) {
        merger.addLibraryManifest(library.toString(), library.toFile());
      }
      return merger.merge();
    } catch (MergeFailureException e) {
      throw new IOException(failure(manifest) + " " + e.getMessage(), e);
    }
  }

  private static String failure(Path manifest) {
    return "Cannot merge " + manifest + " with the libraries' manifests:";
  }
}
