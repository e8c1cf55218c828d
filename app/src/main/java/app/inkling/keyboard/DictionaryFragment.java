package app.inkling.keyboard;

import android.os.Bundle;
import android.text.Editable;
import android.text.TextWatcher;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.appcompat.app.AlertDialog;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import app.inkling.R;
import app.inkling.common.Notices;
import app.inkling.mllib.suggest.LearnedWord;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.android.material.snackbar.Snackbar;
import java.util.List;

/** "Your words": what the keyboard has learned, to search and to forget. */
public final class DictionaryFragment extends Fragment {
  /** So many sentences are shown of a word. */
  private static final int MOST_SENTENCES = 20;

  private DictionaryViewModel model;
  private WordAdapter adapter;
  private Notices notices;
  /** Where a word was written; null before any was looked into. */
  @Nullable
  private AlertDialog dialog;

  public DictionaryFragment() {
    super(R.layout.fragment_dictionary);
  }

  @Override
  public void onViewCreated(@NonNull View view, @Nullable Bundle savedState) {
    model = new ViewModelProvider(this, requireActivity().getDefaultViewModelProviderFactory())
        .get(DictionaryViewModel.class);
    MaterialToolbar toolbar = view.findViewById(R.id.toolbar);
    toolbar.setNavigationOnClickListener(
        clicked -> requireActivity().getOnBackPressedDispatcher().onBackPressed());
    adapter = new WordAdapter(model::look, model::forget, model.background());
    RecyclerView list = view.findViewById(R.id.words);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    list.setAdapter(adapter);
    notices = new Notices(list);
    EditText search = view.findViewById(R.id.search);
    search.addTextChangedListener(new TextWatcher() {
      @Override
      public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

      @Override
      public void onTextChanged(CharSequence text, int start, int before, int count) {}

      @Override
      public void afterTextChanged(Editable text) {
        model.search(text.toString());
      }
    });
    model.shown().observe(getViewLifecycleOwner(), this::show);
    model.written().observe(getViewLifecycleOwner(), this::showWritten);
    model.forgotten().observe(getViewLifecycleOwner(), this::offerUndo);
  }

  @Override
  public void onDestroyView() {
    if (dialog != null) {
      dialog.setOnDismissListener(null);
      dialog.dismiss();
    }
    notices.dismiss();
    super.onDestroyView();
  }

  private void show(@Nullable List<LearnedWord> words) {
    View view = requireView();
    view.findViewById(R.id.loading).setVisibility(words == null ? View.VISIBLE : View.GONE);
    boolean empty = words != null && words.isEmpty();
    view.findViewById(R.id.no_words).setVisibility(empty ? View.VISIBLE : View.GONE);
    TextView message = view.findViewById(R.id.message);
    message.setText(model.searching() ? R.string.dictionary_none : R.string.dictionary_empty);
    adapter.submitList(words);
  }

  private void showWritten(@Nullable DictionaryViewModel.Written written) {
    if (written == null) {
      return;
    }
    List<String> latest = written.sentences().subList(0, Math.min(MOST_SENTENCES, written.sentences().size()));
    dialog = new MaterialAlertDialogBuilder(requireContext())
        .setTitle(getString(R.string.dictionary_written, written.word()))
        .setMessage(latest.isEmpty() ? getString(R.string.dictionary_unwritten) : String.join("\n\n", latest))
        .setPositiveButton(android.R.string.ok, null)
        .setOnDismissListener(dismissed -> model.looked())
        .show();
  }

  private void offerUndo(@Nullable String word) {
    if (word == null) {
      notices.dismissOffer();
    } else {
      notices.offerUndo(getString(R.string.word_forgotten, word), Snackbar.LENGTH_LONG, model::undoForget,
          model::forgottenSeen);
    }
  }
}
