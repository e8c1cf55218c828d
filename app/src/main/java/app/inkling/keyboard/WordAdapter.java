package app.inkling.keyboard;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.core.view.ViewCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import androidx.recyclerview.widget.AsyncDifferConfig;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import app.inkling.R;
import app.inkling.mllib.suggest.LearnedWord;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Learned words as rows, which lead to where each was written: the word, how often, a button to forget it. */
final class WordAdapter extends ListAdapter<LearnedWord, WordAdapter.Row> {
  private static final DiffUtil.ItemCallback<LearnedWord> SAME = new DiffUtil.ItemCallback<>() {
    @Override
    public boolean areItemsTheSame(@NonNull LearnedWord one, @NonNull LearnedWord other) {
      return one.word().equalsIgnoreCase(other.word());
    }

    @Override
    public boolean areContentsTheSame(@NonNull LearnedWord one, @NonNull LearnedWord other) {
      return one.equals(other);
    }
  };

  private final Consumer<LearnedWord> look;
  private final Consumer<LearnedWord> forget;

  /**
   * @param look called when a row is touched
   * @param background compares lists
   */
  WordAdapter(Consumer<LearnedWord> look, Consumer<LearnedWord> forget, Executor background) {
    super(new AsyncDifferConfig.Builder<>(SAME).setBackgroundThreadExecutor(background).build());
    this.look = look;
    this.forget = forget;
  }

  @NonNull
  @Override
  public Row onCreateViewHolder(@NonNull ViewGroup parent, int type) {
    return new Row(LayoutInflater.from(parent.getContext()).inflate(R.layout.item_word, parent, false));
  }

  @Override
  public void onBindViewHolder(@NonNull Row row, int position) {
    row.show(getItem(position), look, forget);
  }

  /** One word. */
  static final class Row extends RecyclerView.ViewHolder {
    Row(View view) {
      super(view);
    }

    void show(LearnedWord word, Consumer<LearnedWord> look, Consumer<LearnedWord> forget) {
      Resources resources = itemView.getResources();
      TextView name = itemView.findViewById(R.id.word);
      name.setText(word.word());
      TextView uses = itemView.findViewById(R.id.uses);
      String often = resources.getQuantityString(R.plurals.word_uses, word.uses(), word.uses());
      uses.setText(word.suggested() ? often : resources.getString(R.string.word_unproved, often));
      itemView.setOnClickListener(clicked -> look.accept(word));
      ViewCompat.replaceAccessibilityAction(itemView, AccessibilityActionCompat.ACTION_CLICK,
          resources.getString(R.string.dictionary_look), null);
      View button = itemView.findViewById(R.id.forget);
      button.setContentDescription(resources.getString(R.string.forget_spoken, word.word()));
      button.setOnClickListener(clicked -> forget.accept(word));
    }
  }
}
