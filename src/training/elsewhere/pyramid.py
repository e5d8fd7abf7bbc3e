"""Learns for `lab train-finder --outside`, which starts this program and talks to it over pipes.

    lab train-finder ... --outside "python3 src/training/elsewhere/pyramid.py --bfloat16"

The lab cuts the pieces, judges the answers and keeps the run; here are only the network's weights and what PyTorch
does with them: on a GPU, or with 16 bits, where the lab's own PyTorch has neither. Numbers are little-endian.

    begin:   length, JSON with the layers; then the arrays of weights, average, mean and square; steps
    'L'      count, side, rate, decay, averaging; the pictures -> the levels' answers
             the gradients of the loss by each answer follow
    'A'      width, height; one picture -> what the averaged weights answer
    'S'      -> the arrays as in begin
"""

import argparse
import json
import math
import os
import struct
import sys

import numpy as np
import torch

from train import built, renamed

FIRST, SECOND, EPSILON = 0.9, 0.999, 1e-8


class Pyramid(torch.nn.Module):
    def __init__(self, said):
        super().__init__()
        self.stem, channels = built(torch, said["stem"], 1)
        self.stages, self.laterals, self.heads = (torch.nn.ModuleList() for _ in range(3))
        self.levels = torch.nn.ModuleList()
        for level in said["levels"]:
            stage, channels = built(torch, level["stage"], channels)
            lateral, neck = built(torch, level["lateral"], channels)
            head, _ = built(torch, level["head"], neck)
            self.levels.append(torch.nn.ModuleList([stage, lateral, head]))

    def forward(self, pictures):
        at, maps, answers, coarser = self.stem(pictures), [], [], None
        for stage, _, _ in self.levels:
            at = stage(at)
            maps.append(at)
        for (_, lateral, head), one in zip(reversed(self.levels), reversed(maps)):
            total = lateral(one)
            if coarser is not None:
                total = total + torch.nn.functional.interpolate(coarser, size=total.shape[2:], mode="nearest")
            coarser = total
            answers.append(head(total).float())
        return answers[::-1]


class Memory:
    """What learning changes: the weights, their moving average and AdamW's arrays."""

    def __init__(self, said, device):
        self.said = said["parameters"]
        # Channels last: on a CPU a third faster with 16 bits.
        self.net = Pyramid(said).to(device, memory_format=torch.channels_last)
        self.shadow = Pyramid(said).to(device).eval()
        self.weights = renamed(torch, self.net, said)
        self.average = renamed(torch, self.shadow, said)
        self.mean, self.square = (
            {one["name"]: torch.zeros(one["shape"], device=device) for one in self.said if one["trained"]}
            for _ in range(2)
        )
        self.steps = 0

    def sets(self):
        return self.weights, self.average, self.mean, self.square

    @torch.no_grad()
    def change(self, rate, decay, averaging):
        self.steps += 1
        first, second = 1 - FIRST**self.steps, 1 - SECOND**self.steps
        for one in self.said:
            if one["trained"]:
                name = one["name"]
                weight, mean, square = self.weights[name], self.mean[name], self.square[name]
                mean.mul_(FIRST).add_(weight.grad, alpha=1 - FIRST)
                square.mul_(SECOND).addcmul_(weight.grad, weight.grad, value=1 - SECOND)
                if one["decays"]:
                    weight.mul_(1 - rate * decay)
                weight.addcdiv_(mean, (square / second).sqrt_().add_(EPSILON), value=-rate / first)
                weight.grad = None
        kept = min(averaging, (1 + self.steps) / (10 + self.steps))
        for name, weight in self.weights.items():
            self.average[name].mul_(kept).add_(weight, alpha=1 - kept)


class Pipe:
    def __init__(self):
        # What libraries print must not get among the answers.
        self.out = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        self.into = sys.stdin.buffer

    def read(self, size):
        data = self.into.read(size)
        if len(data) < size:
            sys.exit(0)
        return data

    def numbers(self, form):
        form = "<" + form
        return struct.unpack(form, self.read(struct.calcsize(form)))

    def array(self, shape):
        return torch.from_numpy(np.frombuffer(bytearray(self.read(4 * math.prod(shape))), "<f4").reshape(shape))

    def put(self, array):
        self.out.write(array.detach().cpu().numpy().astype("<f4").tobytes())

    def answers(self, levels):
        for level in levels:
            self.out.write(struct.pack("<4i", *level.shape))
            self.put(level)
        self.out.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--bfloat16", action="store_true", help="compute convolutions with 16 bits")
    parser.add_argument("--threads", type=int, help="of PyTorch; as many as there are cores if not said")
    typed = parser.parse_args()
    if typed.threads:
        torch.set_num_threads(typed.threads)
    pipe = Pipe()
    said = json.loads(pipe.read(pipe.numbers("i")[0]))
    memory = Memory(said, typed.device)
    for arrays in memory.sets():
        with torch.no_grad():
            for array in arrays.values():
                array.copy_(pipe.array(array.shape))
    (memory.steps,) = pipe.numbers("q")
    while True:
        what = pipe.read(1)
        if what == b"L":
            count, side, rate, decay, averaging = pipe.numbers("2i3f")
            pictures = pipe.array((count, 1, side, side)).to(typed.device)
            memory.net.train()
            with torch.autocast(typed.device, torch.bfloat16, enabled=typed.bfloat16):
                levels = memory.net(pictures.contiguous(memory_format=torch.channels_last))
            pipe.answers(levels)
            gradients = [pipe.array(level.shape).to(typed.device) for level in levels]
            torch.autograd.backward(levels, gradients)
            memory.change(rate, decay, averaging)
        elif what == b"A":
            width, height = pipe.numbers("2i")
            with torch.no_grad():
                pipe.answers(memory.shadow(pipe.array((1, 1, height, width)).to(typed.device)))
        elif what == b"S":
            for arrays in memory.sets():
                for array in arrays.values():
                    pipe.put(array)
            pipe.out.write(struct.pack("<q", memory.steps))
            pipe.out.flush()
        else:
            sys.exit(f"no such command: {what}")


if __name__ == "__main__":
    main()
