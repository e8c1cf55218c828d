"""Reference steps of PyTorch's optimisers, read by OptimizerReferenceTest. Run: python3 optimizers.py > optimizers.txt"""
import torch

torch.manual_seed(1)
START = torch.randn(6)
GRADIENTS = torch.randn(5, 6)
RATES = [0.1, 0.1, 0.05, 0.2, 0.1]

print("# torch", torch.__version__, "seed 1; five steps; each line: name, then the weights after the last step")
print("start", *START.tolist())
for gradient in GRADIENTS:
    print("gradient", *gradient.tolist())
print("rates", *RATES)


def run(name, make, constant=False):
    weights = torch.nn.Parameter(START.clone())
    optimizer = make([weights])
    for gradient, rate in zip(GRADIENTS, RATES):
        if not constant:
            for group in optimizer.param_groups:
                group["lr"] = rate
        weights.grad = gradient.clone()
        optimizer.step()
    print(name, *weights.tolist())


run("sgd", lambda p: torch.optim.SGD(p, lr=0.1))
run("momentum-at-rate-0.1", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9), constant=True)
run("adam", lambda p: torch.optim.Adam(p, lr=0.1))
run("adamw-decay-0.05", lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.05))
run("nesterov-at-rate-0.1", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True), constant=True)
run("adagrad", lambda p: torch.optim.Adagrad(p, lr=0.1))
run("rmsprop", lambda p: torch.optim.RMSprop(p, lr=0.1, alpha=0.9))
run("adam-l2-0.05", lambda p: torch.optim.Adam(p, lr=0.1, weight_decay=0.05))
