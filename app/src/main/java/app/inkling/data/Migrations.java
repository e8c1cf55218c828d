package app.inkling.data;

import androidx.annotation.NonNull;
import androidx.room.migration.Migration;
import androidx.sqlite.db.SupportSQLiteDatabase;

/** How a database of an older version becomes one of the present, a step for each version. */
final class Migrations {
  /** Sessions, their curves, what versions learned from, and which version is in use. */
  private static final String[] SESSIONS = {
    "CREATE TABLE IF NOT EXISTS `active_version` (`kind` TEXT NOT NULL, `version` TEXT NOT NULL, "
        + "`since` INTEGER NOT NULL, PRIMARY KEY(`kind`), FOREIGN KEY(`version`) REFERENCES "
        + "`model_version`(`id`) ON UPDATE NO ACTION ON DELETE CASCADE )",
    "CREATE INDEX IF NOT EXISTS `index_active_version_version` ON `active_version` (`version`)",
    "CREATE TABLE IF NOT EXISTS `session` (`id` TEXT NOT NULL, `kind` TEXT NOT NULL, `base` TEXT NOT NULL, "
        + "`result` TEXT, `scope` TEXT NOT NULL, `origin` TEXT NOT NULL, `state` TEXT NOT NULL, "
        + "`seed` INTEGER NOT NULL, `outcome` TEXT NOT NULL, `created` INTEGER NOT NULL, `ended` INTEGER, "
        + "PRIMARY KEY(`id`), FOREIGN KEY(`base`) REFERENCES `model_version`(`id`) ON UPDATE NO ACTION "
        + "ON DELETE CASCADE , FOREIGN KEY(`result`) REFERENCES `model_version`(`id`) ON UPDATE NO ACTION "
        + "ON DELETE SET NULL )",
    "CREATE INDEX IF NOT EXISTS `index_session_base` ON `session` (`base`)",
    "CREATE INDEX IF NOT EXISTS `index_session_result` ON `session` (`result`)",
    "CREATE INDEX IF NOT EXISTS `index_session_kind_created` ON `session` (`kind`, `created`)",
    "CREATE TABLE IF NOT EXISTS `session_step` (`session` TEXT NOT NULL, `step` INTEGER NOT NULL, "
        + "`round` INTEGER NOT NULL, `loss` REAL, `accuracy` REAL, `held_out_loss` REAL, "
        + "`held_out_accuracy` REAL, `gradient_norm` REAL, PRIMARY KEY(`session`, `step`), "
        + "FOREIGN KEY(`session`) REFERENCES `session`(`id`) ON UPDATE NO ACTION ON DELETE CASCADE )",
    "CREATE TABLE IF NOT EXISTS `sample_use` (`version` TEXT NOT NULL, `sample` TEXT NOT NULL, "
        + "`target` TEXT NOT NULL, `held_out` INTEGER NOT NULL, PRIMARY KEY(`version`, `sample`), "
        + "FOREIGN KEY(`version`) REFERENCES `model_version`(`id`) ON UPDATE NO ACTION ON DELETE CASCADE )",
    "CREATE INDEX IF NOT EXISTS `index_sample_use_sample` ON `sample_use` (`sample`)",
  };

  /** What was typed, and what was decided about words. */
  private static final String[] SENTENCES = {
    "CREATE TABLE IF NOT EXISTS `sentence` (`id` TEXT NOT NULL, `text` TEXT NOT NULL, "
        + "`created` INTEGER NOT NULL, PRIMARY KEY(`id`))",
    "CREATE INDEX IF NOT EXISTS `index_sentence_created` ON `sentence` (`created`)",
    "CREATE TABLE IF NOT EXISTS `personal_word` (`word` TEXT NOT NULL, `decision` TEXT NOT NULL, "
        + "`decided` INTEGER NOT NULL, PRIMARY KEY(`word`))",
  };

  /** What was found out about engines, and the user's wishes. */
  private static final String[] ENGINES = {
    "CREATE TABLE IF NOT EXISTS `engine_result` (`model` TEXT NOT NULL, `engine` TEXT NOT NULL, "
        + "`environment` TEXT NOT NULL, `outcome` TEXT NOT NULL, `reason` TEXT NOT NULL, "
        + "`largest_difference` REAL, `p50_nanos` INTEGER NOT NULL, `p95_nanos` INTEGER NOT NULL, "
        + "`position` INTEGER NOT NULL, `created` INTEGER NOT NULL, PRIMARY KEY(`model`, `engine`))",
    "CREATE TABLE IF NOT EXISTS `engine_pin` (`kind` TEXT NOT NULL, `engine` TEXT NOT NULL, "
        + "`created` INTEGER NOT NULL, PRIMARY KEY(`kind`))",
  };

  private Migrations() {}

  /** Every step, in any order. */
  static Migration[] all() {
    return new Migration[] {statements(1, SESSIONS), statements(2, SENTENCES), statements(3, ENGINES)};
  }

  /** From {@code version} to the next by these statements. */
  private static Migration statements(int version, String... statements) {
    return new Migration(version, version + 1) {
      @Override
      public void migrate(@NonNull SupportSQLiteDatabase database) {
        for (String statement : statements) {
          database.execSQL(statement);
        }
      }
    };
  }
}
