"""Reference outputs and gradients of PyTorch's layers, read by LayerReferenceTest. Run: python3 layers.py > layers.txt

Sequences are [steps, examples, features]. Each gradient is that of sum(output * outputGradient).
"""
import torch

torch.manual_seed(2)
STEPS, EXAMPLES, INPUTS, UNITS = 4, 2, 3, 5

print("# torch", torch.__version__, "seed 2; each line: name, then numbers in row-major order")


def show(name, tensor):
    print(name, *tensor.detach().contiguous().flatten().tolist())


def recurrent(name, network, lstm=False, split_bias=False):
    x = torch.randn(STEPS, EXAMPLES, INPUTS, requires_grad=True)
    h = torch.randn(1, EXAMPLES, UNITS, requires_grad=True)
    c = torch.randn(1, EXAMPLES, UNITS, requires_grad=True)
    y, last = network(x, (h, c) if lstm else h)
    slope = torch.randn_like(y)
    (y * slope).sum().backward()
    show(name + ".x", x)
    show(name + ".state", torch.cat([h[0], c[0]], 1) if lstm else h[0])
    show(name + ".weight", network.weight_ih_l0.T)
    show(name + ".recurrent", network.weight_hh_l0.T)
    if split_bias:
        show(name + ".bias", network.bias_ih_l0)
        show(name + ".recurrentBias", network.bias_hh_l0)
    else:
        show(name + ".bias", network.bias_ih_l0 + network.bias_hh_l0)
    show(name + ".y", y)
    show(name + ".last", torch.cat([last[0][0], last[1][0]], 1) if lstm else last[0])
    show(name + ".outputGradient", slope)
    show(name + ".xGradient", x.grad)
    show(name + ".stateGradient", torch.cat([h.grad[0], c.grad[0]], 1) if lstm else h.grad[0])
    show(name + ".weightGradient", network.weight_ih_l0.grad.T)
    show(name + ".recurrentGradient", network.weight_hh_l0.grad.T)


recurrent("simple", torch.nn.RNN(INPUTS, UNITS))
recurrent("lstm", torch.nn.LSTM(INPUTS, UNITS), lstm=True)
recurrent("gru", torch.nn.GRU(INPUTS, UNITS), split_bias=True)


def attention(name, causal):
    q, k, v = (torch.randn(EXAMPLES, STEPS, UNITS, requires_grad=True) for _ in range(3))
    scores = q @ k.transpose(1, 2) / UNITS ** 0.5
    if causal:
        scores = scores.masked_fill(torch.ones(STEPS, STEPS).triu(1).bool(), float("-inf"))
    y = scores.softmax(-1) @ v
    slope = torch.randn_like(y)
    (y * slope).sum().backward()
    for part, tensor in (("q", q), ("k", k), ("v", v), ("y", y), ("outputGradient", slope),
                         ("qGradient", q.grad), ("kGradient", k.grad), ("vGradient", v.grad)):
        show(name + "." + part, tensor.transpose(0, 1))


attention("attention", False)
attention("causal", True)

multihead = torch.nn.MultiheadAttention(UNITS, 1, bias=False)
x = torch.randn(STEPS, EXAMPLES, UNITS)
with torch.no_grad():
    multihead.out_proj.weight.copy_(torch.eye(UNITS))
show("selfAttention.x", x)
for part, weight in zip(("query", "key", "value"), multihead.in_proj_weight.chunk(3)):
    show("selfAttention." + part, weight.T)
show("selfAttention.y", multihead(x, x, x)[0])

norm = torch.nn.LayerNorm(UNITS)
with torch.no_grad():
    norm.weight.copy_(torch.randn(UNITS))
    norm.bias.copy_(torch.randn(UNITS))
x = torch.randn(EXAMPLES, UNITS, requires_grad=True)
y = norm(x)
slope = torch.randn_like(y)
(y * slope).sum().backward()
for part, tensor in (("x", x), ("gain", norm.weight), ("bias", norm.bias), ("y", y), ("outputGradient", slope),
                     ("xGradient", x.grad), ("gainGradient", norm.weight.grad), ("biasGradient", norm.bias.grad)):
    show("layerNorm." + part, tensor)

for name, size, padding in (("convSameOdd", 3, "same"), ("convSameEven", 4, "same"), ("convValid", 3, "valid")):
    x = torch.randn(EXAMPLES, 2, 5, 6)
    weight = torch.randn(3, 2, size, size)
    show(name + ".x", x.permute(0, 2, 3, 1))
    show(name + ".weight", weight)
    show(name + ".y", torch.nn.functional.conv2d(x, weight, padding=padding).permute(0, 2, 3, 1))

for name, stride, padding in (("convDilatedSame", 1, "same"), ("convDilatedValid", 2, "valid")):
    x = torch.randn(EXAMPLES, 2, 7, 8, requires_grad=True)
    weight = torch.randn(3, 2, 3, 2, requires_grad=True)
    y = torch.nn.functional.conv2d(x, weight, stride=stride, padding=padding, dilation=2)
    slope = torch.randn_like(y)
    (y * slope).sum().backward()
    for part, tensor in (("x", x), ("y", y), ("outputGradient", slope), ("xGradient", x.grad)):
        show(name + "." + part, tensor.permute(0, 2, 3, 1))
    show(name + ".weight", weight)
    show(name + ".weightGradient", weight.grad)


def batch_norm(name, norm, shape, to_rows):
    with torch.no_grad():
        norm.weight.copy_(torch.randn(INPUTS))
        norm.bias.copy_(torch.randn(INPUTS))
    show(name + ".gain", norm.weight)
    show(name + ".bias", norm.bias)
    for mode in ("train", "eval"):
        norm.train(mode == "train")
        norm.zero_grad()
        x = (2 * torch.randn(shape) + 1).requires_grad_()
        y = norm(x)
        slope = torch.randn_like(y)
        (y * slope).sum().backward()
        for part, tensor in (("x", x), ("y", y), ("outputGradient", slope), ("xGradient", x.grad)):
            show(name + "." + mode + "." + part, to_rows(tensor))
        for part, tensor in (("gainGradient", norm.weight.grad), ("biasGradient", norm.bias.grad),
                             ("mean", norm.running_mean), ("variance", norm.running_var)):
            show(name + "." + mode + "." + part, tensor)


batch_norm("batchNorm", torch.nn.BatchNorm1d(INPUTS), (5, INPUTS), lambda t: t)
batch_norm("batchNormImages", torch.nn.BatchNorm2d(INPUTS), (EXAMPLES, INPUTS, 2, 3), lambda t: t.permute(0, 2, 3, 1))
