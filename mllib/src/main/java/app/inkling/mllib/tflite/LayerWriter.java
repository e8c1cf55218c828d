package app.inkling.mllib.tflite;

import app.inkling.mllib.nn.Layer;

/** Writes one kind of layer as operators. */
interface LayerWriter<L extends Layer> {
  Signal write(L layer, Signal x) throws ExportException;
}
