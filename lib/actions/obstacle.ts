'use server'
import { takeBackObstacle as takeBack, tellObstacle as tell } from '@/lib/data/obstacle'
import { obstacleKey, obstacleSchema } from '@/lib/domain/obstacle/obstacle'
import { defineAction } from './define'

export const tellObstacle = defineAction({ as: 'guardian', schema: obstacleSchema, verb: tell })

export const takeBackObstacle = defineAction({ as: 'guardian', schema: obstacleKey, verb: takeBack })
