package app.inkling.mllib.tflite;

import app.inkling.mllib.tensor.Shape;

/**
 * What travels from layer to layer: a tensor of the file, and one example's shape as layers know it. Images
 * [height, width, channels] are tensors [rows, height, width, channels], features [rows, features], where
 * rows is 1 but within a layer for each step; a sequence [steps, features] is the tensor [steps, features],
 * and numbers of words [steps] are INT32 [1, steps].
 */
record Signal(int tensor, Shape shape) { }
