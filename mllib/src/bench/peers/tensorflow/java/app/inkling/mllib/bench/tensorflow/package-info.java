/** The workloads as TensorFlow graphs: placeholders, variables, the gradients that TensorFlow derives. */
package app.inkling.mllib.bench.tensorflow;
