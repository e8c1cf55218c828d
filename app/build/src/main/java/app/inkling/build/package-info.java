/**
 * A Maven plugin that makes signed Android packages without an Android SDK.
 *
 * <p>Goals, in the order of a build: {@link app.inkling.build.PrepareMojo prepare} puts the classes of AARs on
 * the class path; {@link app.inkling.build.ResourcesMojo resources} and
 * {@link app.inkling.build.TestResourcesMojo test-resources} merge manifests, link resources and write R
 * classes; {@link app.inkling.build.ApiCheckMojo api-check} refuses what the oldest phone lacks;
 * {@link app.inkling.build.ApkMojo apk} and {@link app.inkling.build.TestApkMojo test-apk} dex, pack and sign;
 * {@link app.inkling.build.DeviceCheckMojo device-check} and {@link app.inkling.build.DeviceMojo device} find a
 * phone over adb and run the instrumented tests on it.
 *
 * <p>Start at {@link app.inkling.build.ApkMojo}. A goal only reads its parameters and calls the small classes
 * beside it, which know nothing of Maven: {@link app.inkling.build.Aar}, {@link app.inkling.build.ManifestMerge},
 * {@link app.inkling.build.Aapt2}, {@link app.inkling.build.Dexer}, {@link app.inkling.build.ApkFile},
 * {@link app.inkling.build.SigningKey}, {@link app.inkling.build.Adb}. Imports: the JDK, Maven's API, Google's
 * build tools (R8, apksig, manifest merger), animal-sniffer.
 */
package app.inkling.build;
