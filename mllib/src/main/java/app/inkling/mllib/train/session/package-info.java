/**
 * Training sessions of any kind of model on a user's own samples: planned, measured, accepted or rejected,
 * kept as versions, resumed after a crash, replayed without a sample.
 *
 * <pre>{@code
 * SessionStore store = new SessionStore(Disk.folder(directory));
 * SessionPlan plan = ...; // made by a kind of model's own policy: digits.personal.DigitSessions
 * Session session = Session.begin(store, plan, factory);   // or Session.resume(store, kind, factory)
 * SessionReport report = session.run(Budget.ofSteps(Long.MAX_VALUE).withCancel(cancelled::get), listener);
 * if (report.finished()) {
 *   Version version = report.version().get();   // kept in the store, accepted or rejected
 *   show(version.verdict().get().sentence(), report.changes());
 * }
 * }</pre>
 *
 * <p>{@link app.inkling.mllib.train.session.Session} runs it, {@link app.inkling.mllib.train.session.Learner}
 * is what a kind of model must offer, {@link app.inkling.mllib.train.session.Acceptance} is the gate, {@link
 * app.inkling.mllib.train.session.SessionStore} the files, {@link app.inkling.mllib.train.session.Versions}
 * the tree, {@link app.inkling.mllib.train.session.Rebuild} unlearning.
 *
 * <p>May import what {@code train} may. Start with {@link app.inkling.mllib.train.session.Session}; the README
 * has a whole example.
 */
package app.inkling.mllib.train.session;
