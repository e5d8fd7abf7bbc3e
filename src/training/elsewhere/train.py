"""Trains what `lab hand-over` wrote, with PyTorch, and leaves what `lab take-back` reads.

    python3 src/training/elsewhere/train.py FOLDER [--device cuda]
    torchrun --nproc_per_node 4 src/training/elsewhere/train.py FOLDER
    python3 src/training/elsewhere/train.py FOLDER --batch-to FILE --epoch E --index I   (needs numpy only)

Chance is drawn as the lab draws it (Java's SplittableRandom), so that the order of the faces, what is varied,
the targets and the rate are the lab's own, batch by batch; a test of the lab compares them (--batch-to).

A test of the lab compares twelve steps with plain faces: both end within 3 % of the way they went. Known
differences: dropout draws from PyTorch's own generator; on several CPUs each process normalises its own share of a
batch (GPUs use SyncBatchNorm, which normalises the whole batch as the lab does). One CPU was run, and two
processes for a few steps; GPUs were not.
"""

import argparse
import json
import math
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import numpy as np

SIDE = 48
GAMMA = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


class Chance:
    """java.util.SplittableRandom."""

    def __init__(self, seed):
        self.seed = seed & MASK

    def next_int(self):
        self.seed = z = (self.seed + GAMMA) & MASK
        z = ((z ^ (z >> 33)) * 0x62A9D9ED799705F5) & MASK
        z = (((z ^ (z >> 28)) * 0xCB24D0A5C88C35B3) & MASK) >> 32
        return z - (1 << 32) if z >> 31 else z

    def below(self, bound, origin=0):
        size = bound - origin
        drawn = self.next_int() & 0xFFFFFFFF
        if size & (size - 1) == 0:
            return (drawn & (size - 1)) + origin
        half = drawn >> 1
        while half - half % size + size - 1 > 0x7FFFFFFF:
            half = (self.next_int() & 0xFFFFFFFF) >> 1
        return half % size + origin

    def double(self):
        self.seed = z = (self.seed + GAMMA) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0**-53

    def real(self):
        return ((self.next_int() & 0xFFFFFFFF) >> 8) * 2.0**-24

    def boolean(self):
        return self.next_int() < 0

    def bytes(self, count):
        z = np.uint64(self.seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GAMMA)
        self.seed = (self.seed + count * GAMMA) & MASK
        z = (z ^ (z >> np.uint64(33))) * np.uint64(0x62A9D9ED799705F5)
        z = (z ^ (z >> np.uint64(28))) * np.uint64(0xCB24D0A5C88C35B3)
        return ((z >> np.uint64(32)) & np.uint64(255)).astype(np.float32)

    def even(self, most):
        return most * (2 * self.double() - 1)


class Lesson:
    """The folder that was handed over."""

    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "hand-over.json"), encoding="utf-8") as file:
            self.all = json.load(file)
        self.recipe = self.all["recipe"]
        size, outputs = self.all["faces"], self.all["outputs"]
        self.pictures = self.read("faces.u8", np.uint8).reshape(size, SIDE, SIDE)
        self.targets = self.read("targets.f32", "<f4").reshape(size, outputs)
        labels = self.read("labels.i32", "<i4")
        self.by_label = [np.flatnonzero(labels == label) for label in range(labels.max() + 1)]
        self.batch = min(self.recipe["batch"], size)
        self.batches = max(1, size // self.batch)

    def read(self, name, kind):
        return np.fromfile(os.path.join(self.folder, name), dtype=kind)

    def variation(self, epoch):
        # The lab's amounts are floats.
        drawn = {name: float(np.float32(value)) for name, value in self.recipe["variation"].items()}
        if epoch >= self.recipe["epochs"] - self.recipe["calm"]:
            drawn.update(erasing=0.0, mixing=0.0)
        return drawn

    def order(self, epoch):
        chance = Chance(self.recipe["seed"] * 1_000_003 + epoch)
        order = [0] * len(self.pictures)
        for i in range(len(order)):
            other = chance.below(i + 1)
            order[i] = order[other]
            order[other] = i
        balance = float(np.float32(self.recipe["balance"]))
        for i in range(len(order)):
            if chance.real() < balance:
                alike = self.by_label[chance.below(len(self.by_label))]
                order[i] = int(alike[chance.below(len(alike))])
        return order

    def rate(self, epoch, index):
        progress = (epoch + index / self.batches) / self.recipe["epochs"]
        return self.recipe["rate"] * share(self.recipe["schedule"], progress)

    def dealt(self, order, epoch, index):
        """The faces [count, 1, side, side], grey 0..255, and targets of one batch."""
        chance = Chance((self.recipe["seed"] * 1_000_003 + epoch) * 1_000_003 + index)
        side, variation = self.all["sides"][epoch], self.variation(epoch)
        chosen = order[index * self.batch : (index + 1) * self.batch]
        faces = np.stack([varied(self.pictures[face], side, variation, chance) for face in chosen])
        targets = self.shaped(self.targets[chosen])
        if chance.real() < variation["mixing"]:
            part = np.float32(beta(variation["mixture"], chance))
            faces = part * faces + (1 - part) * faces[::-1]
            targets = part * targets + (1 - part) * targets[::-1]
        return faces[:, None].astype(np.float32), targets.astype(np.float32)

    def shaped(self, targets):
        """Label smoothing and class weights, head by head."""
        smoothing = np.float32(self.recipe["smoothing"])
        weights = np.array(self.all["weights"], dtype=np.float32)
        out = np.empty_like(targets)
        for head in self.all["heads"]:
            at = slice(head["offset"], head["offset"] + head["size"])
            shares = targets[:, at]
            even = shares.sum(1, keepdims=True) / np.float32(head["size"])
            weight = (shares * weights[at]).sum(1, keepdims=True)
            out[:, at] = weight * ((1 - smoothing) * shares + smoothing * even)
        return out


def share(schedule, progress):
    rise, start, first, last = 0.25, 0.02, 0.05, 0.001

    def fall(gone):
        return last + (1 - last) * (1 + math.cos(math.pi * min(max(gone, 0.0), 1.0))) / 2

    if schedule == "ONE_CYCLE":
        if progress < rise:
            return first + (1 - first) * progress / rise
        return fall((progress - rise) / (1 - rise))
    if schedule == "COSINE":
        return max(first, progress / start) if progress < start else fall((progress - start) / (1 - start))
    sys.exit(f"{schedule} needs validation, which is the lab's; hand over another schedule")


def beta(a, chance):
    while True:
        x, y = chance.double() ** (1 / a), chance.double() ** (1 / a)
        if 0 < x + y <= 1:
            return max(x / (x + y), y / (x + y))


def varied(picture, side, variation, chance):
    moved = warped(picture, side, placement(side, variation, chance))
    if chance.real() < variation["shrinking"]:
        least, most = (min(int(variation[name]), side) for name in ("shrunkLeast", "shrunkMost"))
        small = chance.below(most + 1, least)
        moved = resized(resized(moved, area(side, small)), linear(small, side))
    gamma = math.exp(chance.even(variation["gamma"]))
    contrast = 1 + chance.even(variation["contrast"])
    brightness = chance.even(variation["brightness"])
    curved = 255 * (np.arange(256) / 255.0) ** gamma
    tones = np.clip((curved - 127.5) * contrast + 127.5 + brightness, 0, 255).astype(np.float32)
    out = tones[moved]
    if chance.real() < variation["erasing"]:
        width, height = chance.below(side * 2 // 5, side // 8), chance.below(side * 2 // 5, side // 8)
        left, top = chance.below(side - width), chance.below(side - height)
        out[top : top + height, left : left + width] = chance.bytes(width * height).reshape(height, width)
    return out


def placement(side, variation, chance):
    angle = math.radians(chance.even(variation["rotation"]))
    zoom = (1 + chance.even(variation["zoom"])) * side / SIDE
    stretch = 1 + chance.even(variation["stretch"])
    mirror = -1 if chance.boolean() else 1
    if not any(variation[name] for name in ("rotation", "shift", "zoom", "stretch", "contrast")):
        mirror = 1
    a, b = math.cos(angle) * zoom * stretch * mirror, math.sin(angle) * zoom / stretch
    c, d = -math.sin(angle) * zoom * stretch * mirror, math.cos(angle) * zoom / stretch
    begin, end = (SIDE - 1) / 2, (side - 1) / 2
    right = end + chance.even(variation["shift"]) * side
    down = end + chance.even(variation["shift"]) * side
    return a, b, right - a * begin - b * begin, c, d, down - c * begin - d * begin


def warped(picture, side, to):
    """OpenCV's warpAffine: places in 32nds of a pixel, weights in whole numbers, edges repeated."""
    a, b, right, c, d, down = to
    scale = 1 / (a * d - b * c)
    a, b, c, d = d * scale, -b * scale, -c * scale, a * scale
    right, down = -a * right - b * down, -c * right - d * down
    at = np.arange(side)
    x = np.rint((b * at + right) * 1024)[:, None] + 16 + np.rint(a * at * 1024)[None]
    y = np.rint((d * at + down) * 1024)[:, None] + 16 + np.rint(c * at * 1024)[None]
    x, y = x.astype(np.int64) >> 5, y.astype(np.int64) >> 5
    fx, fy = x & 31, y & 31
    left, over = (np.clip((x >> 5) + step, 0, SIDE - 1) for step in (0, 1))
    top, under = (np.clip((y >> 5) + step, 0, SIDE - 1) for step in (0, 1))
    grey = picture.astype(np.int64)
    upper = grey[top, left] * (32 - fx) + grey[top, over] * fx
    lower = grey[under, left] * (32 - fx) + grey[under, over] * fx
    return ((upper * (32 - fy) + lower * fy + 512) >> 10).astype(np.uint8)


def area(many, few):
    """How much of each old cell a new one covers."""
    scale, rows = many / few, np.arange(few)[:, None]
    low = np.maximum(rows * scale, np.arange(many)[None])
    high = np.minimum((rows + 1) * scale, np.arange(many)[None] + 1)
    return np.maximum(high - low, 0) / scale


def linear(few, many):
    at = np.clip((np.arange(many) + 0.5) * few / many - 0.5, 0, few - 1)
    low = np.minimum(at.astype(int), few - 1)
    weights = np.zeros((many, few))
    weights[np.arange(many), low] += 1 - (at - low)
    weights[np.arange(many), np.minimum(low + 1, few - 1)] += at - low
    return weights


def resized(picture, weights):
    return np.rint(weights @ picture.astype(np.float64) @ weights.T).clip(0, 255).astype(np.uint8)


def built(torch, layer, channels):
    """A module for a layer of the description, and how many channels leave it."""
    nn, kind = torch.nn, layer["kind"]

    def activation(one):
        return {
            "Relu": lambda: nn.ReLU(),
            "LeakyRelu": lambda: nn.LeakyReLU(one.get("slope")),
            "Elu": lambda: nn.ELU(),
            "Silu": lambda: nn.SiLU(),
        }[one["kind"]]()

    class Residual(nn.Module):
        def __init__(self, branch, shortcut):
            super().__init__()
            self.branch, self.shortcut = branch, shortcut

        def forward(self, x):
            return self.branch(x) + self.shortcut(x)

    class SqueezeExcite(nn.Module):
        def __init__(self, squeeze, inner, excite):
            super().__init__()
            self.squeeze, self.inner, self.excite = squeeze, inner, excite

        def forward(self, x):
            gate = torch.sigmoid(self.excite(self.inner(self.squeeze(x.mean((2, 3))))))
            return x * gate[:, :, None, None]

    class Does(nn.Module):
        def __init__(self, what):
            super().__init__()
            self.what = what

        def forward(self, x):
            return self.what(x)

    def standardise(x):
        centred = x - x.mean((1, 2, 3), keepdim=True)
        return centred / (centred.square().mean((1, 2, 3), keepdim=True).sqrt() + layer["floor"])

    if kind == "Sequence":
        steps = []
        for step in layer["layers"]:
            module, channels = built(torch, step, channels)
            steps.append(module)
        return nn.Sequential(*steps), channels
    if kind in ("Conv", "DepthwiseConv"):
        filters, groups = (layer["filters"], 1) if kind == "Conv" else (channels, channels)
        conv = nn.Conv2d(channels, filters, layer["kernel"], layer["stride"], 0, 1, groups, layer["bias"])
        pad = layer["padding"]
        zeros = nn.ZeroPad2d((pad["left"], pad["right"], pad["top"], pad["bottom"]))
        return nn.Sequential(zeros, conv), filters
    if kind == "BatchNorm":
        return nn.BatchNorm2d(channels, layer["epsilon"], 0.1), channels
    if kind == "Dense":
        return nn.LazyLinear(layer["units"]), layer["units"]
    if kind == "Residual":
        branch, out = built(torch, layer["branch"], channels)
        shortcut, _ = built(torch, layer["shortcut"], channels)
        return Residual(branch, shortcut), out
    if kind == "SqueezeExcite":
        squeeze, excite = nn.Linear(channels, layer["squeezed"]), nn.Linear(layer["squeezed"], channels)
        return SqueezeExcite(squeeze, activation(layer["inner"]), excite), channels
    if kind == "Pool":
        if layer["largest"]:
            return nn.MaxPool2d(layer["size"], layer["stride"], layer["padding"]), channels
        return nn.AvgPool2d(layer["size"], layer["stride"]), channels
    if kind == "GreyToRgb":
        return Does(lambda x: x.expand(-1, 3, -1, -1)), 3
    plain = {
        "Activate": lambda: activation(layer["function"]),
        "GlobalMean": lambda: Does(lambda x: x.mean((2, 3))),
        "Dropout": lambda: nn.Dropout(layer["rate"]),
        "Flatten": lambda: nn.Flatten(),
        "Scale": lambda: Does(lambda x: x * layer["scale"] + layer["shift"]),
        "Standardise": lambda: Does(standardise),
    }
    return plain[kind](), channels


DEALING = []


def dealing(lesson):
    DEALING.append(lesson)


def dealt_by_worker(order, epoch, index):
    return DEALING[0].dealt(order, epoch, index)


def batches(lesson, epoch, pool):
    """The batches of an epoch, in order; a few are dealt by other processes while the network learns."""
    order = lesson.order(epoch)
    if pool is None:
        for index in range(lesson.batches):
            yield index, lesson.dealt(order, epoch, index)
        return
    ahead = 8
    coming = [pool.submit(dealt_by_worker, order, epoch, index) for index in range(min(ahead, lesson.batches))]
    for index in range(lesson.batches):
        batch = coming.pop(0).result()
        if index + ahead < lesson.batches:
            coming.append(pool.submit(dealt_by_worker, order, epoch, index + ahead))
        yield index, batch


def train(lesson, device, threads, narrow, workers):
    import torch
    import torch.distributed as dist
    from torch.nn.functional import log_softmax

    if threads:
        torch.set_num_threads(threads)
    world, rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
    if device == "cuda":
        torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", 0)))
    if world > 1:
        dist.init_process_group("nccl" if device == "cuda" else "gloo")
    if lesson.batch % world:
        sys.exit(f"{lesson.batch} faces a batch cannot be shared by {world} processes")
    recipe, parameters = lesson.recipe, lesson.all["parameters"]

    features, channels = built(torch, lesson.all["features"], 1)
    head, _ = built(torch, lesson.all["head"], channels)
    net = torch.nn.Sequential(features, head)
    net.eval()
    with torch.no_grad():
        net(torch.zeros(1, 1, SIDE, SIDE))  # dense layers learn how much they take
    if world > 1 and device == "cuda":
        net = torch.nn.SyncBatchNorm.convert_sync_batchnorm(net)
    net.to(device, memory_format=torch.channels_last)
    arrays = renamed(torch, net, lesson.all)
    begin, at = lesson.read("start.f32", "<f4"), 0
    with torch.no_grad():
        for one in parameters:
            size = math.prod(one["shape"])
            arrays[one["name"]].copy_(torch.from_numpy(begin[at : at + size].reshape(one["shape"]).copy()))
            at += size
    average = {name: array.detach().clone() for name, array in arrays.items()}
    groups = [
        {
            "params": [arrays[one["name"]] for one in parameters if one["trained"] and one["decays"] == decays],
            "weight_decay": recipe["decay"] if decays else 0.0,
        }
        for decays in (True, False)
    ]
    groups = [group for group in groups if group["params"]]
    optimiser = (
        torch.optim.AdamW(groups, lr=1.0)
        if recipe["adam"]
        else torch.optim.SGD(groups, lr=1.0, momentum=0.9, nesterov=True)
    )
    model = torch.nn.parallel.DistributedDataParallel(net) if world > 1 else net
    adjustments = torch.tensor(lesson.all["adjustments"], device=device)
    part, steps, began = lesson.batch // world, 0, time.time()
    mine = slice(rank * part, (rank + 1) * part)
    checkpoint, first = os.path.join(lesson.folder, "checkpoint.pt"), 0
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint, map_location=device)
        with torch.no_grad():
            for name, array in arrays.items():
                array.copy_(saved["weights"][name])
                average[name].copy_(saved["average"][name])
        optimiser.load_state_dict(saved["optimiser"])
        first, steps = saved["epochs"], saved["steps"]
    pool = ProcessPoolExecutor(workers, initializer=dealing, initargs=(lesson,)) if workers else None
    model.train()
    for epoch in range(first, recipe["epochs"]):
        torch.manual_seed((recipe["seed"] * 1_000_003 + epoch) % 0x7FFFFFFF + rank)
        total, shown = 0.0, time.time()
        for index, dealt in batches(lesson, epoch, pool):
            faces, targets = (torch.from_numpy(half[mine].copy()).to(device) for half in dealt)
            with torch.autocast(device, torch.bfloat16, enabled=narrow):
                outputs = model(faces.contiguous(memory_format=torch.channels_last))
            outputs = outputs.float() + adjustments
            loss = 0.0
            for one in lesson.all["heads"]:
                at = slice(one["offset"], one["offset"] + one["size"])
                loss = loss - (log_softmax(outputs[:, at], 1) * targets[:, at]).sum() / part
            optimiser.zero_grad()
            loss.backward()
            for group in optimiser.param_groups:
                group["lr"] = lesson.rate(epoch, index)
            optimiser.step()
            steps += 1
            total += float(loss.detach())
            if not math.isfinite(total):
                sys.exit(f"the loss is no number any more after step {steps}")
            kept = min(recipe["averaging"], (1 + steps) / (10 + steps))
            with torch.no_grad():
                for name, array in arrays.items():
                    average[name].mul_(kept).add_(array, alpha=1 - kept)
            if rank == 0 and (index + 1) % 50 == 0:
                speed = lesson.batch * (index + 1) / (time.time() - shown)
                print(f"epoch {epoch + 1}, batch {index + 1} of {lesson.batches}: "
                      f"loss {total / (index + 1):.4f}, {speed:.0f} faces/s", flush=True)
        if rank == 0:
            print(f"epoch {epoch + 1} of {recipe['epochs']}: loss {total / lesson.batches:.4f}", flush=True)
            saved = {"weights": arrays, "average": average, "optimiser": optimiser.state_dict()}
            torch.save({**saved, "epochs": epoch + 1, "steps": steps}, checkpoint + ".part")
            os.replace(checkpoint + ".part", checkpoint)
    if pool:
        pool.shutdown()
    if rank == 0:
        write(lesson, arrays, average, steps, total / lesson.batches, time.time() - began)
    if world > 1:
        dist.destroy_process_group()


def renamed(torch, net, description):
    """The network's arrays by the lab's names: both go through the layers in the same order."""
    inside = (torch.nn.modules.batchnorm._BatchNorm, torch.nn.Conv2d, torch.nn.Linear)
    ours = []
    for module in net.modules():
        if isinstance(module, inside):
            ours.append(module.weight)
            if module.bias is not None:
                ours.append(module.bias)
            if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
                ours += [module.running_mean, module.running_var]
    arrays = {one["name"]: array for one, array in zip(description["parameters"], ours, strict=True)}
    for one in description["parameters"]:
        if list(arrays[one["name"]].shape) != one["shape"]:
            sys.exit(f"{one['name']} has another shape here: {list(arrays[one['name']].shape)}")
    return arrays


def write(lesson, arrays, average, steps, loss, seconds):
    for name, values in (("last.f32", arrays), ("average.f32", average)):
        flat = [values[one["name"]].detach().cpu().numpy().astype("<f4").ravel() for one in lesson.all["parameters"]]
        np.concatenate(flat).tofile(os.path.join(lesson.folder, name))
    done = {"epochs": lesson.recipe["epochs"], "steps": steps, "loss": loss, "seconds": seconds}
    with open(os.path.join(lesson.folder, "done.json"), "w", encoding="utf-8") as file:
        json.dump(done, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--bfloat16", action="store_true", help="compute convolutions with 16 bits; twice as fast where the processor can")
    parser.add_argument("--threads", type=int, help="of PyTorch; as many as there are cores if not said")
    parser.add_argument("--workers", type=int, default=1, help="processes that deal batches; 0 for none")
    parser.add_argument("--batch-to", metavar="FILE", help="only deal one batch: rate, faces and targets as floats")
    parser.add_argument("--epoch", type=int, default=0)
    parser.add_argument("--index", type=int, default=0)
    typed = parser.parse_args()
    lesson = Lesson(typed.folder)
    if typed.batch_to:
        faces, targets = lesson.dealt(lesson.order(typed.epoch), typed.epoch, typed.index)
        rate = [lesson.rate(typed.epoch, typed.index)]
        np.concatenate([np.float32(rate), faces.ravel(), targets.ravel()]).astype("<f4").tofile(typed.batch_to)
    else:
        train(lesson, typed.device, typed.threads, typed.bfloat16, typed.workers)


if __name__ == "__main__":
    main()
